package dev.peregrine.host.earlier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.boot.World;
import dev.peregrine.host.web.Browser;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads and does on the page Import, without script. */
class EarlierPagesTest {

  @TempDir Path folder;
  private World world;
  private Browser browser;
  private OldHome old;

  @BeforeEach
  void start() throws Exception {
    world = new World(folder.resolve("home"), 0, InstantSource.fixed(World.NOW), false);
    browser = new Browser(world.port());
    old =
        new OldHome(folder.resolve("old-peregrine"))
            .last()
            .job("Java developer", "applied", "applied_at", "2026-02-03", "cover_letter", "Dear …")
            .file("config/blocklist.yaml", "companies: [Globex]\n");
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private Document look() throws Exception {
    HttpResponse<String> answer =
        browser.submit("/import/look", Map.of("path", old.folder.toString()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private Document bring(Document look) throws Exception {
    int before = world.tenant.calling(() -> world.earlier.reports().size());
    HttpResponse<String> answer =
        browser.submit("/import/bring", Map.of("id", look.select("[name=id]").attr("value")));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    long end = System.nanoTime() + 60_000_000_000L;
    while (world.tenant.calling(() -> !world.tasks.active().isEmpty())
        || world.tenant.calling(() -> world.earlier.reports().size()) == before) {
      assertThat(System.nanoTime()).as("60 s have passed").isLessThan(end);
      LockSupport.parkNanos(20_000_000);
    }
    return browser.open("/import");
  }

  @Test
  void aFolderIsLookedAtThenBroughtAndTheReportStays() throws Exception {
    Document look = look();
    assertThat(look.select("h2").text()).contains("What would come from “old-peregrine”");
    assertThat(look.text())
        .contains(
            "Would be new: jobs (1), blocked words (1).", "1 × cover letters", "Europe/Berlin");
    assertThat(world.tenant.calling(() -> world.jobs.counts().toString()))
        .doesNotContain("APPLIED=1");
    Document page = bring(look);
    assertThat(page.select("#imports h2").text()).contains("What came from “old-peregrine”");
    assertThat(page.select("table.brought tbody tr").first().text()).isEqualTo("Jobs 1 1 0 0");
    assertThat(browser.open("/review?view=list&stage=applied").text()).contains("Java developer");
    assertThat(page.select("a:contains(Undo)").attr("href"))
        .startsWith("/settings/backup/restore?name=peregrine-");
    assertThat(browser.open(page.select("a:contains(Undo)").attr("href")).text())
        .contains("What it would change");
    assertThat(browser.open("/settings").select("a[href=/import]").text()).contains("Import");
    Document again = look();
    assertThat(again.text()).contains("All of it is here already");
  }

  @Test
  void aFileIsUploadedAndNothingOfItIsLeft() throws Exception {
    Path zip = old.zip(folder.resolve("backup.zip"));
    HttpResponse<String> answer = upload("my backup.zip", Files.readAllBytes(zip));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    Document page = bring(Jsoup.parse(answer.body()));
    assertThat(page.select("#imports h2").text()).contains("my backup.zip");
    try (Stream<Path> left = Files.list(folder.resolve("home").resolve(Earlier.WORK))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void whatCannotBeBroughtIsSaidBesideTheForm() throws Exception {
    HttpResponse<String> text = upload("letter.txt", "Dear …".getBytes(StandardCharsets.UTF_8));
    assertThat(text.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(text.body()).select("#import-e").text()).contains("neither a zip nor");
    HttpResponse<String> nothing = browser.submit("/import/look", Map.of("path", ""));
    assertThat(Jsoup.parse(nothing.body()).select("#import-e").text()).contains("Choose a file");
    HttpResponse<String> odd = browser.submit("/import/look", Map.of("path", "peregrine"));
    assertThat(Jsoup.parse(odd.body()).select("#import-e").text()).contains("no whole path");
    assertThat(Jsoup.parse(odd.body()).select("#path").attr("value")).isEqualTo("peregrine");
    HttpResponse<String> gone = browser.submit("/import/bring", Map.of("id", "../../etc"));
    assertThat(gone.statusCode()).isEqualTo(422);
    assertThat(gone.body()).contains("was cleared away meanwhile");
  }

  @Test
  void theFirstScreenLeadsToIt() throws Exception {
    assertThat(browser.open("/setup").select("a[href=/import]")).isNotEmpty();
  }

  private HttpResponse<String> upload(String name, byte[] bytes) throws Exception {
    var body = new ByteArrayOutputStream();
    body.write(
        "--x\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\n%s\r\n"
            .formatted(browser.token())
            .getBytes(StandardCharsets.UTF_8));
    body.write(
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
            .formatted(name)
            .getBytes(StandardCharsets.UTF_8));
    body.write(bytes);
    body.write("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
    return browser
        .client()
        .send(
            HttpRequest.newBuilder(URI.create(browser.root() + "/import/look"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build(),
            BodyHandlers.ofString());
  }
}
