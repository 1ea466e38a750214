package dev.peregrine.host.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.boot.World;
import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.resumes.Evidence;
import dev.peregrine.host.resumes.ParsedResume;
import dev.peregrine.host.resumes.SourceLine;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.ResumeContent;
import dev.peregrine.host.scoring.ResumeFile;
import dev.peregrine.host.web.Browser;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jsoup.Connection.KeyVal;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The person's pages, without script. */
class PersonPagesTest {

  @TempDir Path home;
  private World world;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    world = new World(home, 0, InstantSource.fixed(World.NOW));
    browser = new Browser(world.port());
  }

  @AfterEach
  void stop() {
    world.close();
  }

  /** Ada's résumé as if it had been read from a file. */
  static ParsedResume parsed() {
    return new ParsedResume(
        DraftTest.ada(),
        "Ada Byron\nAnalyst, Engine Works",
        List.of(
            new SourceLine(1, 1, "Ada Byron", false),
            new SourceLine(2, 1, "Analyst, Engine Works", false)),
        List.of(
            new Evidence("basics.name", "Ada Byron", 0.99, 1, 1),
            new Evidence("work[0].position", "Analyst", 0.5, 2, 2)),
        List.of("One page is a picture."));
  }

  static ResumeFile file(ParsedResume parsed) {
    return new ResumeFile(
        "ada.pdf", "PDF", parsed.text(), Reading.json(parsed), new byte[] {1, 2, 3});
  }

  static Resume ada(World world) throws Exception {
    return world.as(
        () ->
            world.resumes.create(
                "Ada",
                new ResumeContent(
                    Resume.Origin.GIVEN,
                    parsed().text(),
                    dev.peregrine.host.resumes.ResumeJson.write(DraftTest.ada()),
                    "ada.pdf",
                    Optional.of(file(parsed())),
                    OptionalLong.empty())));
  }

  private Map<String, String> form(Document page, String action) {
    var fields = new LinkedHashMap<String, String>();
    var form = (FormElement) page.select("form[action=" + action + "]").first();
    assertThat(form).as(action + " in " + page.text()).isNotNull();
    for (KeyVal field : form.formData()) {
      fields.put(field.key(), field.value());
    }
    return fields;
  }

  private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
    var coded = new LinkedHashMap<String, String>();
    fields.forEach(
        (key, value) -> coded.put(java.net.URLEncoder.encode(key, StandardCharsets.UTF_8), value));
    return browser.send(path, Browser.encoded(coded));
  }

  private Document after(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return browser.open(answer.headers().firstValue("Location").orElseThrow());
  }

  private HttpResponse<String> upload(String path, String name, byte[] bytes) throws Exception {
    var body = new ByteArrayOutputStream();
    body.write(
        ("--x\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"" + name + "\"\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.write(bytes);
    body.write(
        ("\r\n--x\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\n"
                + browser.token()
                + "\r\n--x--\r\n")
            .getBytes(StandardCharsets.UTF_8));
    return browser
        .client()
        .send(
            HttpRequest.newBuilder(URI.create(browser.root() + path))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build(),
            BodyHandlers.ofString());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aFileBecomesAResumeThatStandsBesideIt() throws Exception {
    Document page = after(upload("/profile/resumes", "cv.txt", bytes("Grace Hopper\nCompilers")));
    assertThat(page.select("h1").text()).isEqualTo("My résumé");
    assertThat(page.select(".numbered li").eachText()).contains("Grace Hopper", "Compilers");
    assertThat(page.select("#toasts").text()).contains("Read and stored");
    Document second = after(upload("/profile/resumes", "Data jobs.txt", bytes("Grace, data")));
    assertThat(second.select("h1").text()).isEqualTo("Data jobs");
    assertThat(browser.open("/profile").select("h3 a").eachText())
        .containsExactly("My résumé", "Data jobs");
  }

  @Test
  void aFileThatCannotBeReadGetsASentenceAndChangesNothing() throws Exception {
    Resume ada = ada(world);
    HttpResponse<String> refused =
        upload("/profile/resumes", "bad.pdf", bytes("%PDF-1.7 this is no document"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(refused.body()).select("[role=alert]").text())
        .contains("bad.pdf", "Nothing was changed.");
    refused = upload("/profile/resumes/" + ada.id() + "/file", "bad.pdf", bytes("%PDF-1.7 none"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(refused.body()).select("[role=alert]").text())
        .contains("bad.pdf", "Nothing was changed.");
    assertThat(world.as(world.resumes::all)).containsExactly(ada);
  }

  @Test
  void whatTheReaderWasUnsureOfIsMarkedUntilItIsSaved() throws Exception {
    Resume ada = ada(world);
    String here = "/profile/resumes/" + ada.id();
    Document page = browser.open(here);
    assertThat(page.text()).contains("One page is a picture.", "1 field was hard to read.");
    assertThat(page.select(".doubted").text()).contains("Title", "Not sure about this. Line 2");
    assertThat(page.select(".numbered mark").text()).isEqualTo("Analyst, Engine Works");
    Document saved = after(post(here, form(page, here)));
    assertThat(saved.select(".doubted")).isEmpty();
    assertThat(world.as(() -> world.resumes.findById(ada.id())).orElseThrow().version())
        .isEqualTo(2);
  }

  @Test
  void entriesAreAddedMovedAndRemovedByButtonsAndStoredByOneSave() throws Exception {
    Resume ada = ada(world);
    String here = "/profile/resumes/" + ada.id();
    Map<String, String> fields = form(browser.open(here), here);
    fields.put("do", "down work 0");
    Document moved = Jsoup.parse(post(here + "/draft", fields).body(), browser.root());
    assertThat(moved.select("[data-state]").text()).isEqualTo("Not saved yet");
    fields = form(moved, here);
    fields.put("do", "add work");
    Document added = Jsoup.parse(post(here + "/draft", fields).body(), browser.root());
    assertThat(added.select("[autofocus]").attr("name")).isEqualTo("work[2].position");
    fields = form(added, here);
    fields.put("work[2].position", "Tutor");
    fields.put("work[2].startDate", "someday");
    HttpResponse<String> refused = post(here, fields);
    assertThat(refused.statusCode()).isEqualTo(422);
    Document again = Jsoup.parse(refused.body(), browser.root());
    assertThat(again.select("[aria-invalid]").attr("name")).isEqualTo("work[2].startDate");
    assertThat(again.text()).contains("“someday” is no date.");
    fields = form(again, here);
    fields.put("work[2].startDate", "03/1850");
    after(post(here, fields));
    Resume stored = world.as(() -> world.resumes.findById(ada.id())).orElseThrow();
    assertThat(ResumeRoutes.document(stored).work())
        .extracting(work -> work.position().orElse("") + " " + work.period().start().orElseThrow())
        .containsExactly("Clerk 1840", "Analyst 1842-02", "Tutor 1850-03");
    assertThat(stored.text()).contains("Tutor");
    Document back = after(browser.submit(here + "/restore", Map.of("version", "1")));
    assertThat(back.select("#toasts").text()).contains("Version 1 is in use again");
    assertThat(world.as(() -> world.resumes.findById(ada.id())).orElseThrow().document())
        .isEqualTo(ada.document());
  }

  @Test
  void ofTwoWindowsThatSaveTheSecondIsToldAndNothingIsLost() throws Exception {
    Resume ada = ada(world);
    String here = "/profile/resumes/" + ada.id();
    Map<String, String> one = form(browser.open(here), here);
    Map<String, String> two = form(browser.open(here), here);
    one.put("basics.phone", "111");
    one.put("basics.label", "Countess");
    two.put("basics.phone", "222");
    after(post(here, one));
    HttpResponse<String> told = post(here, two);
    assertThat(told.statusCode()).isEqualTo(409);
    Document choice = Jsoup.parse(told.body(), browser.root());
    assertThat(choice.select("h1").text()).isEqualTo("It was saved elsewhere meanwhile");
    assertThat(choice.select(".merge li").eachText())
        .anySatisfy(text -> assertThat(text).contains("Phone", "222", "111"));
    after(post(here + "/merge", form(choice, here + "/merge")));
    Draft stored =
        Draft.of(
            ResumeRoutes.document(world.as(() -> world.resumes.findById(ada.id())).orElseThrow()));
    assertThat(stored.value("basics.phone")).isEqualTo("222");
    assertThat(stored.value("basics.label")).isEqualTo("Countess");
  }

  @Test
  void aNewerFileIsMergedFieldByField() throws Exception {
    Resume ada = ada(world);
    String here = "/profile/resumes/" + ada.id();
    Map<String, String> fields = form(browser.open(here), here);
    fields.put("basics.name", "Ada Lovelace");
    after(post(here, fields));
    var newer =
        new ParsedResume(
            dev.peregrine.host.resumes.ResumeJson.read(
                    DraftTest.ADA.replace("\"city\": \"London\"", "\"city\": \"Marylebone\""))
                .orElseThrow(),
            "newer",
            List.of(),
            List.of(),
            List.of());
    long file = world.as(() -> world.resumes.keep(ada.id(), file(newer)));
    Document choice = browser.open(here + "/merge?file=" + file);
    assertThat(choice.select(".merge legend").eachText()).containsExactly("Name", "Town");
    assertThat(choice.select(".merge input[checked]").eachAttr("value"))
        .containsExactly("mine", "theirs");
    Document page = after(post(here + "/merge", form(choice, here + "/merge")));
    assertThat(page.select("[name=basics.name]").val()).isEqualTo("Ada Lovelace");
    assertThat(page.select("[name=basics.location.city]").val()).isEqualTo("Marylebone");
    assertThat(page.select(".versions").text()).contains("Merged with ada.pdf");
    assertThat(world.as(() -> world.resumes.file(world.resumes.findById(ada.id()).orElseThrow())))
        .get()
        .extracting(ResumeFile::text)
        .isEqualTo("newer");
  }

  @Test
  void aResumeIsWrittenFromScratch() throws Exception {
    Document page = browser.open("/profile/resumes/new");
    HttpResponse<String> empty = post("/profile/resumes/new", form(page, "/profile/resumes/new"));
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body()).contains("Nothing is filled in yet. Begin with your name.");
    Map<String, String> fields = form(page, "/profile/resumes/new");
    fields.put("basics.name", "Grace Hopper");
    fields.put("do", "add education");
    Document added = Jsoup.parse(post("/profile/resumes/new/draft", fields).body(), browser.root());
    fields = form(added, "/profile/resumes/new");
    fields.put("education[0].institution", "Vassar");
    Document stored = after(post("/profile/resumes/new", fields));
    assertThat(stored.select("[name='education[0].institution']").val()).isEqualTo("Vassar");
  }

  @Test
  void aResumeThatCameAsTextAloneCanBeOpened() throws Exception {
    Resume old = world.as(() -> world.resumes.save("Grace Hopper, compilers", "cv.txt"));
    Document page = browser.open("/profile/resumes/" + old.id());
    assertThat(page.select(".numbered").text()).contains("Grace Hopper, compilers");
  }

  @Test
  void theExportIsJsonResumeAndNeverSaysWhatIsPrivate() throws Exception {
    Resume ada = ada(world);
    browser.submit("/profile/self", Map.of("seen", "0", "gender", "a secret"));
    HttpResponse<String> json = browser.get("/profile/resumes/" + ada.id() + "/export");
    assertThat(json.body()).contains("\"Engine Works\"", "x-mood").doesNotContain("a secret");
    assertThat(json.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"Ada.json\"");
    assertThat(browser.open("/profile/self").select("[name=gender]").val()).isEqualTo("a secret");
    assertThat(browser.get("/profile").body()).doesNotContain("a secret");
    assertThat(browser.get("/profile/resumes/" + ada.id() + "/original").body())
        .isEqualTo("\u0001\u0002\u0003");
  }

  @Test
  void whatIsRemovedComesBack() throws Exception {
    Resume ada = ada(world);
    Document page = after(browser.submit("/profile/resumes/" + ada.id() + "/remove", Map.of()));
    assertThat(page.text()).contains("Removed", "None yet.");
    String undo = page.select("#toasts form").attr("action");
    assertThat(after(browser.submit(undo, Map.of())).select("h3 a").text()).isEqualTo("Ada");
    assertThat(world.as(world.resumes::current)).contains(ada);
  }

  @Test
  void everySingleValueCanBeCopied() throws Exception {
    Resume ada = ada(world);
    Document page = browser.open("/profile/copy?resume=" + ada.id());
    assertThat(page.select("[data-copy]").eachAttr("data-copy"))
        .contains(
            "Ada Byron",
            "Ada",
            "Byron",
            "ada@example.org",
            "London",
            "Engine Works",
            "Analyst",
            "1842-02",
            "02",
            "1842",
            "Wrote the first program\nFound a fault",
            "Java",
            "SQLite",
            "Testing (JUnit)",
            "Java, SQLite, PostgreSQL, Testing (JUnit)");
  }

  @Test
  void thePersonIsSaidOnceAndASecondWindowIsTold() throws Exception {
    Document page = browser.open("/profile/person");
    Map<String, String> fields = form(page, "/profile/person");
    fields.put("do", "add-link");
    Document added = Jsoup.parse(post("/profile/person/draft", fields).body(), browser.root());
    fields = form(added, "/profile/person");
    fields.put("name", "Ada Byron");
    fields.put("link-label-0", "LinkedIn");
    fields.put("link-address-0", "https://linkedin.example/ada");
    fields.put("queer", "yes");
    Map<String, String> second = new LinkedHashMap<>(fields);
    second.put("name", "Ada Lovelace");
    Document profile = after(post("/profile/person", fields));
    assertThat(profile.select("#you-h").text()).isEqualTo("Ada Byron");
    assertThat(profile.text()).contains("https://linkedin.example/ada");
    HttpResponse<String> told = post("/profile/person", second);
    assertThat(told.statusCode()).isEqualTo(409);
    Document both = Jsoup.parse(told.body(), browser.root());
    assertThat(both.select("[role=alert]").text()).contains("Name: Ada Byron");
    assertThat(both.select("[name=name]").val()).isEqualTo("Ada Lovelace");
    after(post("/profile/person", form(both, "/profile/person")));
    assertThat(world.as(() -> world.people.person().value().name())).isEqualTo("Ada Lovelace");
    assertThat(world.as(() -> world.people.person().value().queer())).isTrue();
  }

  @Test
  void aRenamedResumeKeepsItsSearches() throws Exception {
    Resume ada = ada(world);
    world.as(() -> world.resumes.create("Other", ResumeContent.text("x", "x.txt")));
    world.as(
        () -> {
          world.profiles.save(
              SearchProfile.of("Engines", List.of("Analyst"), List.of())
                  .withResume(Optional.of("Ada")));
          return true;
        });
    assertThat(browser.open("/search").select("#with option[selected]").text()).isEqualTo("Ada");
    after(browser.submit("/profile/resumes/" + ada.id() + "/name", Map.of("name", "Engines CV")));
    assertThat(world.as(() -> world.profiles.all().getFirst().resume())).contains("Engines CV");
    HttpResponse<String> taken =
        browser.submit("/profile/resumes/" + ada.id() + "/name", Map.of("name", "other"));
    assertThat(taken.statusCode()).isEqualTo(422);
    assertThat(taken.body()).contains("There is a résumé “other” already.");
  }
}
