package dev.peregrine.host.importers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.boot.World;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.web.Browser;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads and does with lists from elsewhere, without script. */
class ListPagesTest {

  private static final String APPLICATIONS =
      """
      Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And Answers
      "2/3/26, 2:22 PM",ada@example.org,+49 30 1,Acme GmbH,Java developer,http://www.linkedin.com/jobs/view/101,ada-cv.pdf,What is your total experience?:7 | Desired salary:90000
      "2/14/26, 8:05 AM",ada@example.org,,Globex,Data engineer,http://www.linkedin.com/jobs/view/102,,
      """;
  private static final String SAVED =
      """
      Saved Date,Job Url,Job Title,Company Name
      "1/30/26, 9:00 AM",https://www.linkedin.com/jobs/view/101/,Java developer,Acme GmbH
      "3/1/26, 11:51 AM",https://www.linkedin.com/jobs/view/103,Platform engineer,Initech
      """;

  @TempDir Path folder;
  private World world;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    world = new World(folder.resolve("home"), 0, InstantSource.fixed(World.NOW), false);
    browser = new Browser(world.port());
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private String given(String name, byte[] bytes) throws Exception {
    HttpResponse<String> answer = upload(name, bytes);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private String given(String name, String text) throws Exception {
    return given(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> upload(String name, byte[] bytes) throws Exception {
    String boundary = "part0123456789";
    var body = new ByteArrayOutputStream();
    String head =
        "--%1$s\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\n%2$s\r\n--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%3$s\"\r\nContent-Type: text/csv\r\n\r\n"
            .formatted(boundary, browser.token(), name);
    body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(bytes);
    body.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
    return browser
        .client()
        .send(
            HttpRequest.newBuilder(URI.create(browser.root() + "/importers"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build(),
            BodyHandlers.ofString());
  }

  private static Map<String, String> form(Document page) {
    var fields = new LinkedHashMap<String, String>();
    Element form = page.selectFirst("#list");
    for (Element select : form.select("select")) {
      fields.put(select.attr("name"), select.select("option[selected]").attr("value"));
    }
    form.select("input[type=hidden]:not([name=_token]), input[type=radio][checked]")
        .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
    return fields;
  }

  private Document bring(String path) throws Exception {
    HttpResponse<String> answer = browser.submit(path + "/bring", form(browser.open(path)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return ended();
  }

  private Document ended() throws Exception {
    long end = System.nanoTime() + 60_000_000_000L;
    while (world.tenant.calling(() -> !world.tasks.active().isEmpty())) {
      assertThat(System.nanoTime()).as("60 s have passed").isLessThan(end);
      LockSupport.parkNanos(20_000_000);
    }
    return browser.open("/importers");
  }

  private static byte[] zip(Map<String, String> files) throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private Job job(String url) throws Exception {
    return world.tenant.calling(
        () -> {
          long id =
              world
                  .jobs
                  .at(List.of(dev.peregrine.host.pipeline.PostingUrl.canonical(URI.create(url))))
                  .values()
                  .iterator()
                  .next()
                  .job();
          return world.jobs.findById(id).orElseThrow();
        });
  }

  private long jobs() throws Exception {
    return world.tenant.calling(
        () -> world.jobs.counts().byStage().values().stream().mapToLong(Long::longValue).sum());
  }

  @Test
  void aCopyFromLinkedInIsLookedAtThenBroughtAndTakenBack() throws Exception {
    byte[] zip =
        zip(
            Map.of(
                "Basic_LinkedInDataExport/Jobs/Job Applications.csv", APPLICATIONS,
                "Basic_LinkedInDataExport/Jobs/Saved Jobs.csv", SAVED,
                "Basic_LinkedInDataExport/messages.csv", "FROM,TO\nme,you\n"));
    String path = given("linkedin.zip", zip);
    Document look = browser.open(path);
    assertThat(look.select("#would-h").parents().first().text())
        .contains("3 jobs would be new.", "1 row tells of a job", "Bring 3 jobs");
    assertThat(look.select(".lede").text()).isEqualTo("LinkedIn: 4 rows.");
    assertThat(jobs()).isZero();

    Document page = bring(path);
    assertThat(page.select("#made").text()).contains("3 jobs are new, 1 was here already.");
    Job applied = job("https://www.linkedin.com/jobs/view/101");
    assertThat(applied.stage()).isEqualTo(Stage.APPLIED);
    assertThat(applied.found()).isEqualTo(Instant.parse("2026-01-30T08:00:00Z"));
    assertThat(applied.events().getLast().at()).isEqualTo(Instant.parse("2026-02-03T13:22:00Z"));
    assertThat(applied.events().getLast().reason()).contains("Resume Name: ada-cv.pdf");
    assertThat(browser.open("/apply/" + applied.id() + "/questions").html())
        .contains("What is your total experience?", "Desired salary", "90000");
    assertThat(job("https://www.linkedin.com/jobs/view/103").stage()).isEqualTo(Stage.PENDING);

    Document again = browser.open(given("linkedin.zip", zip));
    assertThat(again.text()).contains("All of it is here already").doesNotContain("Bring 3");

    String undo = page.select("form[action^=/importers/made/]").attr("action");
    assertThat(browser.submit(undo, Map.of()).statusCode()).isEqualTo(303);
    assertThat(ended().select("#made").text()).contains("3 jobs were removed.", "Taken back today");
    assertThat(jobs()).isZero();
  }

  @Test
  void whatThePersonDidSomethingWithStaysWhenAListIsTakenBack() throws Exception {
    Document page = bring(given("jobs.csv", APPLICATIONS));
    Job touched = job("https://www.linkedin.com/jobs/view/102");
    world.tenant.calling(
        () -> world.jobs.move(List.of(touched.id()), Stage.OFFER, java.util.Optional.empty()));
    browser.submit(page.select("form[action^=/importers/made/]").attr("action"), Map.of());
    assertThat(ended().select("#made").text()).contains("1 job was removed. 1 stays");
    assertThat(job("https://www.linkedin.com/jobs/view/102").stage()).isEqualTo(Stage.OFFER);
  }

  @Test
  void aJobThatWasHereGoesFurtherAndBackAgain() throws Exception {
    bring(given("saved.csv", SAVED));
    Document page = bring(given("applications.csv", APPLICATIONS));
    assertThat(page.select("#made").text()).contains("1 job is new, 1 went further.");
    assertThat(job("https://www.linkedin.com/jobs/view/101").stage()).isEqualTo(Stage.APPLIED);
    browser.submit(page.select("form[action^=/importers/made/]").first().attr("action"), Map.of());
    assertThat(ended().select("#made").text())
        .contains("1 job was removed, 1 stands where it stood before.");
    assertThat(job("https://www.linkedin.com/jobs/view/101").stage()).isEqualTo(Stage.PENDING);
  }

  @Test
  void anAmbiguousDateIsAskedForAndTheColumnsAreRemembered() throws Exception {
    String list =
        "Firma;Stelle;Anzeige;Status;Beworben am;Kommentar zur Stelle\n"
            + "Müller & Söhne;Buchhalterin;https://example.org/1;Vorstellungsgespräch;03/02/2026;nette Leute\n"
            + "Café Größe;Köchin;https://example.org/2;warten;04/02/2026;\n";
    byte[] bytes = list.getBytes(Charset.forName("windows-1252"));
    String path = given("meine liste.csv", bytes);
    Document look = browser.open(path);
    assertThat(look.select("#encoding option[selected]").text()).isEqualTo("Windows-1252");
    assertThat(look.select("#separator option[selected]").text()).isEqualTo("Semicolon");
    assertThat(look.text()).contains("Say below which day 03/02/2026 is");
    assertThat(look.select("button[formaction$=/bring]")).isEmpty();
    assertThat(look.select("label[for=w1]").text()).contains("warten");
    Map<String, String> form = form(look);
    form.put("order", "dmy");
    form.put("w1", "ghosted");
    form.put("c5", "notes");
    browser.submit(path, form);
    Document page = bring(path);
    assertThat(page.select("#made").text()).contains("2 jobs are new.");
    Job first = job("https://example.org/1");
    assertThat(first.posting().company()).contains("Müller & Söhne");
    assertThat(first.stage()).isEqualTo(Stage.INTERVIEWING);
    assertThat(first.events().get(1).at()).isEqualTo(Instant.parse("2026-02-02T23:00:00Z"));
    assertThat(first.events().getFirst().reason()).contains("nette Leute");
    Job second = job("https://example.org/2");
    assertThat(second.ending()).contains(dev.peregrine.host.pipeline.Ending.GHOSTED);
    assertThat(second.rejectionStage()).contains(Stage.APPLIED);

    Document next = browser.open(given("more.csv", bytes));
    assertThat(next.select(".lede").text()).contains("mean what you said last time");
    assertThat(next.select("#w1 option[selected]").attr("value")).isEqualTo("ghosted");
  }

  @Test
  void whatChangedSinceItWasShownIsShownFirst() throws Exception {
    String path = given("jobs.csv", "Title,URL\nCook,https://example.org/1\n");
    Map<String, String> form = form(browser.open(path));
    form.put("otherwise", "approved");
    HttpResponse<String> answer = browser.submit(path + "/bring", form);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(answer.body()).text()).contains("Something changed since you looked");
    assertThat(jobs()).isZero();
    bring(path);
    assertThat(job("https://example.org/1").stage()).isEqualTo(Stage.APPROVED);
  }

  @Test
  void whatIsNoListIsSaidBesideTheForm() throws Exception {
    assertThat(Jsoup.parse(upload("a.xlsx", zip(Map.of("xl/workbook.xml", "<x/>"))).body()).text())
        .contains("This is a workbook of Excel");
    assertThat(
            Jsoup.parse(upload("a.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)).body()).text())
        .contains("This is no table");
    HttpResponse<String> empty = upload("a.csv", " \n".getBytes(StandardCharsets.UTF_8));
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(empty.body()).select("#file-e").text()).contains("The file is empty");
    assertThat(Jsoup.parse(upload("a.zip", zip(Map.of("a.txt", "x"))).body()).text())
        .contains("The zip holds no list that is known");
    assertThat(browser.get("/importers/list-1").statusCode()).isEqualTo(422);
    assertThat(browser.get("/importers/..%2f..%2fetc").statusCode()).isNotEqualTo(200);
  }
}
