package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.Posting;
import dev.peregrine.host.letters.Letter;
import dev.peregrine.host.letters.LetterContent;
import dev.peregrine.host.letters.LetterStyle;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.web.Browser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents for a job, lists and reports, as a person has them without script. */
class DocumentPagesTest {

  private static final String RESUME =
      """
      Alex Rivera
      alex@example.org

      Experience
      Software Engineer, Northwind Payments
      March 2019 – Present
      • Rebuilt the settlement service in Java

      Skills
      Java, SQL
      """;

  private static final String TRUE_LETTER =
      "Dear team,\n\nI rebuilt the settlement service in Java.\n\nKind regards,\nAlex Rivera";

  private static final String INVENTED =
      "Dear team,\n\nI have run Kubernetes in production for [number] years.\n\nAlex Rivera";

  @TempDir Path home;
  private World world;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    ExporterJar.write(home.resolve("shipped/lines.jar"));
    world = new World(home, 0, InstantSource.fixed(World.NOW));
    browser = new Browser(world.port());
    world.tenant.run(
        () -> {
          world.jobs.store(List.of(found("Backend <b>Engineer</b>"), found("Baker")));
          world.jobs.move(List.of(1L), Stage.APPROVED, Optional.empty());
        });
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void withoutALetterTheResumeIsThere() throws Exception {
    resume();
    Document page = browser.open("/apply/1/files");
    assertThat(page.select("input[name=kind][checked]").attr("value")).isEqualTo("resume");
    assertThat(page.select(".document-text").text()).contains("\"name\" : \"Alex Rivera\"");
    Document letter = browser.open("/apply/1/files?kind=letter");
    assertThat(letter.select(".documents-problem h2").text())
        .isEqualTo("There is no letter for this job yet.");
    assertThat(letter.select(".documents-problem a").attr("href")).isEqualTo("/apply/1/letter");
    assertThat(browser.get("/apply/1/files/download?kind=letter&format=lines").statusCode())
        .isEqualTo(404);
  }

  @Test
  void whatIsSeenIsWhatIsHad() throws Exception {
    resume();
    letter(TRUE_LETTER);
    Document page = browser.open("/apply/1/files");
    assertThat(page.select("input[name=kind][checked]").attr("value")).isEqualTo("application");
    assertThat(page.select(".document-seen code").text())
        .isEqualTo("Alex-Rivera_Application_Village-GmbH_2026-03-12.txt");
    assertThat(page.select(".document-text").text())
        .contains("on A4 in wide", "from Alex Rivera to [Village GmbH]: Dear team,");
    HttpResponse<String> file = browser.get(page.select(".document-seen a.primary").attr("href"));
    assertThat(file.body()).contains("I rebuilt the settlement service in Java.");
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("attachment; filename=\"Alex-Rivera_Application_Village-GmbH_2026-03-12.txt\"");
    Document other = browser.open("/apply/1/files?kind=letter&template=tall&paper=us-letter");
    assertThat(other.select(".document-text").text()).contains("on US_LETTER in tall");
    assertThat(other.select("select[name=template] option[selected]").text()).isEqualTo("Tall");
  }

  @Test
  void aLetterThatClaimsTooMuchIsNotHad() throws Exception {
    resume();
    letter(INVENTED);
    Document page = browser.open("/apply/1/files?kind=application");
    assertThat(page.select(".documents-problem h2").text())
        .isEqualTo("The letter must not leave yet.");
    assertThat(page.select(".documents-problem").text()).contains("“Kubernetes”", "[number]");
    assertThat(page.select("a[download]")).isEmpty();
    for (String what : List.of("download", "preview")) {
      assertThat(browser.get("/apply/1/files/" + what + "?kind=letter&format=lines").statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void aPreviewCanDoNothing() throws Exception {
    resume();
    HttpResponse<String> preview = browser.get("/apply/1/files/preview?kind=resume&format=lines");
    assertThat(preview.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'self'");
    assertThat(preview.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void aListOfReviewBecomesAFile() throws Exception {
    Document list = browser.open("/review?view=list&q=baker");
    Document page = browser.open(list.select("a:contains(Export)").attr("href"));
    assertThat(page.select(".lede").text()).isEqualTo("All 1 that the filters show.");
    assertThat(page.select("main select option").eachText()).containsExactly("Lines");
    var fields = new LinkedHashMap<String, String>();
    page.select("form[action=/review/export/file] input")
        .forEach(field -> fields.put(field.attr("name"), field.attr("value")));
    fields.put("format", "lines");
    HttpResponse<String> file = browser.get("/review/export/file?" + Browser.encoded(fields));
    assertThat(file.body()).contains("pending Baker").doesNotContain("Backend");
  }

  @Test
  void theReportShowsTheStepsOfThePeriodInTheColumnsOfTheAuthority() throws Exception {
    resume();
    world.tenant.run(() -> world.jobs.move(List.of(1L), Stage.APPLIED, Optional.empty()));
    Document page = browser.open("/report");
    assertThat(page.select(".report-table tbody tr")).hasSize(1);
    assertThat(page.select(".report-table tbody td").eachText())
        .contains("Mar 12, 2026", "Applied", "Village GmbH", "Backend <b>Engineer</b>");
    Document swiss =
        browser.open("/report?authority=ch-rav&period=own&from=2026-03-01&to=2026-03-31");
    assertThat(swiss.select(".report-table th").eachText()).contains("Zuweisung RAV", "Resultat");
    assertThat(browser.get(swiss.select("a[download]").attr("href")).body())
        .contains("2026-03-01 to 2026-03-31", "12.03.2026, Village GmbH");
    Document before = browser.open("/report?period=last-month");
    assertThat(before.select(".report-table")).isEmpty();
    assertThat(before.select("main").text()).contains("Nothing in this period.");
  }

  @Test
  void aReportWithoutANameIsSeenButNotHad() throws Exception {
    Document page = browser.open("/report?from=nonsense&authority=moon&format=none");
    assertThat(page.select(".note").text()).contains("Your name is not known yet");
    assertThat(page.select("a[download]")).isEmpty();
    assertThat(browser.get("/report/download").statusCode()).isEqualTo(404);
  }

  @Test
  void namesAndPaperAreChosenOnceForAll() throws Exception {
    resume();
    var fields = new LinkedHashMap<String, String>();
    fields.put("_token", browser.token());
    fields.put("file-name", "{document} for {company}");
    fields.put("paper", "us-letter");
    browser.send("/settings/documents", Browser.encoded(fields));
    Document page = browser.open("/apply/1/files?kind=resume");
    assertThat(page.select(".document-seen code").text()).isEqualTo("Resume-for-Village-GmbH.txt");
    assertThat(page.select(".document-text").text()).contains("on US_LETTER");
    fields.put("file-name", "cv");
    HttpResponse<String> wrong = browser.send("/settings/documents", Browser.encoded(fields));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("“cv” names none of the places.");
  }

  private void resume() {
    world.tenant.run(() -> world.resumes.save(RESUME, "cv.txt"));
  }

  private void letter(String text) {
    world.tenant.run(
        () ->
            world.letters.save(
                1,
                0,
                LetterContent.of(
                    Letter.Origin.TYPED, text, LetterStyle.in(Locale.ENGLISH), Optional.empty())));
  }

  private static Found found(String title) {
    return new Found(
        Posting.of(title, title, URI.create("https://jobs.example/" + title.length()))
            .withCompany(Optional.of("Village GmbH"))
            .withDescription(Optional.of("We look for a " + title + ".")),
        "village",
        OptionalLong.empty(),
        Optional.empty());
  }
}
