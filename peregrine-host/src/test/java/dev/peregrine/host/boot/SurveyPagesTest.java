package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.llm.ScriptedModel;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.ResumeContent;
import dev.peregrine.host.storage.Deadline;
import dev.peregrine.host.web.Browser;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The surveys of an application, without script. */
@ResourceLock(ScriptedModel.SENT)
class SurveyPagesTest {

  private static final String RESUME =
      """
      {"basics": {"name": "Grace Moreno", "email": "grace@moreno.example"},
       "work": [
        {"name": "Quietbank AG", "position": "Product designer", "startDate": "2019-03",
         "highlights": ["Led a design system used by 14 teams"]}]}
      """;
  private static final String TEXT =
      """
      1. How do you prefer to work?
      a) alone
      b) in a small team
      2. Which of these motivate you? (select all that apply)
      [ ] Money
      [ ] Learning
      3. Why <b>us</b>?
      """;
  private static final String WEIGHED =
      """
      {"answers": [
      {"number": 1, "best": [2], "draft": "", "reason": "You like small teams.", "conflict": "",
       "options": [{"number": 1, "fit": 15, "why": "You speak of others."}, {"number": 2, "fit": 90, "why": "You said so."}]},
      {"number": 2, "best": [2], "draft": "", "reason": "You learn.", "conflict": "You chose money before.", "options": []},
      {"number": 3, "best": [], "draft": "I led a design system used by 14 teams and won 900 prizes.", "reason": "It is in your résumé.", "conflict": "", "options": []}]}"""
          .replace("\n", " ");

  @TempDir Path home;
  private World world;
  private Browser browser;
  private long job;
  private long other;

  @BeforeEach
  void start() throws Exception {
    ScriptedModel.write(home.resolve("shipped"));
    ScriptedModel.forgetSent();
    world = new World(home, 0, InstantSource.fixed(World.NOW), false);
    browser = new Browser(world.port());
    List<Long> ids = world.seed();
    job = ids.get(0);
    other = ids.get(1);
    world.as(
        () -> {
          world.jobs.move(List.of(job), Stage.SURVEY, Optional.empty());
          world.jobs.move(List.of(other), Stage.APPLIED, Optional.empty());
          return world.resumes.create(
              "Grace",
              new ResumeContent(
                  Resume.Origin.EDITED,
                  "Grace Moreno, product designer",
                  RESUME,
                  "grace.pdf",
                  Optional.empty(),
                  OptionalLong.empty()));
        });
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void model(String type, String script) throws Exception {
    world.ownBackend = true;
    Files.createDirectories(home.resolve("config"));
    Files.writeString(
        home.resolve("config/llm.yaml"),
        "backends:\n  desk:\n    type: %s\n    model: small\n    settings:\n      script: \"%s\"\n"
            .formatted(
                type, script.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")));
  }

  private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
    var all = new LinkedHashMap<String, String>(fields);
    all.put("_token", browser.token());
    return browser.send(path, Browser.encoded(all));
  }

  private Document after(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return browser.open(answer.headers().firstValue("Location").orElseThrow().split("#")[0]);
  }

  private String path() {
    return "/interviews/" + job + "/survey";
  }

  private HttpResponse<String> given(Map<String, byte[]> pictures) throws Exception {
    String boundary = "apart";
    var body = new ByteArrayOutputStream();
    body.write(
        "--%s\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\n%s\r\n"
            .formatted(boundary, browser.token())
            .getBytes(StandardCharsets.UTF_8));
    for (Map.Entry<String, byte[]> picture : pictures.entrySet()) {
      body.write(
          "--%s\r\nContent-Disposition: form-data; name=\"pictures\"; filename=\"%s\"\r\n\r\n"
              .formatted(boundary, picture.getKey())
              .getBytes(StandardCharsets.UTF_8));
      body.write(picture.getValue());
      body.write("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    body.write("--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
    return browser
        .client()
        .send(
            HttpRequest.newBuilder(URI.create(browser.root() + path()))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build(),
            BodyHandlers.ofString());
  }

  private static byte[] picture(int shade) throws Exception {
    var image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
    image.setRGB(1, 1, shade);
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private Document pasted(String text) throws Exception {
    return after(post(path(), Map.of("name", "Values", "text", text)));
  }

  private Document answered(Element card, Map<String, String> answer) throws Exception {
    Element form = card.select("form.question").first();
    var fields = new LinkedHashMap<String, String>(answer);
    fields.put("seen", form.select("[name=seen]").val());
    return after(post(form.attr("action"), fields));
  }

  private Document idle(Document page) throws Exception {
    world.tenant.run(() -> Deadline.until(() -> world.tasks.active().isEmpty()));
    return browser.open(URI.create(page.location()).getPath());
  }

  @Test
  void theApplicationThatWaitsForASurveyStandsFirst() throws Exception {
    Document page = browser.open("/survey");
    assertThat(page.select("main h2").eachText()).containsExactly("Survey", "Applied");
    assertThat(page.select("main ul.lines a").first().attr("href")).isEqualTo(path());
    pasted(TEXT);
    assertThat(browser.open("/survey").select("main .tag").text()).isEqualTo("1 survey");
    assertThat(browser.open("/interviews/" + job).select(".worktabs").text()).contains("Surveys 1");
  }

  @Test
  void aPastedSurveyIsAnsweredCardByCard() throws Exception {
    assertThat(post(path(), Map.of("text", " ")).statusCode()).isEqualTo(422);
    Document page = pasted(TEXT);
    assertThat(page.select(".asked h2").eachText())
        .containsExactly(
            "1. How do you prefer to work?",
            "2. Which of these motivate you? (select all that apply)",
            "3. Why <b>us</b>?");
    assertThat(page.select(".asked b, .asked script")).isEmpty();
    Document chosen = answered(page.select(".asked").get(0), Map.of("choice", "in a small team"));
    assertThat(chosen.select("[name=choice][checked]").eachAttr("value"))
        .containsExactly("in a small team");
    answered(chosen.select(".asked").get(0), Map.of("choice", "something that nobody asked"));
    Document worded = answered(chosen.select(".asked").get(2), Map.of("answer", "For the grid."));
    assertThat(worded.select("textarea[name=answer]").text()).isEqualTo("For the grid.");
    assertThat(browser.get(URI.create(worded.location()).getPath() + "/answers").body())
        .contains("3. Why <b>us</b>?\n   → For the grid.");
  }

  @Test
  void aSecondWindowIsToldWhatTheFirstOneChose() throws Exception {
    Document page = pasted(TEXT);
    Element card = page.select(".asked").first();
    answered(card, Map.of("choice", "alone"));
    Document told = answered(card, Map.of("choice", "in a small team"));
    assertThat(told.select("#toasts").text())
        .contains("Another window saved this meanwhile: alone");
    assertThat(told.select("[name=choice][checked]").eachAttr("value")).containsExactly("alone");
  }

  @Test
  void withoutAModelWhatThePersonSaysAndSaidBeforeHelps() throws Exception {
    world.ownBackend = true;
    Document person = browser.open("/profile/person");
    after(
        post(
            "/profile/person",
            Map.of(
                "seen",
                person.select("[name=seen]").val(),
                "matters",
                "I like small teams. I hate noise.")));
    Document first = pasted(TEXT);
    assertThat(first.select(".two.survey > .stack").last().text()).contains("I like small teams.");
    assertThat(first.select(".asked details").first().text())
        .contains("I like small teams.")
        .doesNotContain("noise");
    assertThat(first.select("#work").text()).contains("Without a model");
    answered(first.select(".asked").first(), Map.of("choice", "alone"));
    Document second = pasted("1. How do you prefer to work?\na) alone\nb) with others");
    assertThat(second.select(".asked .note").text()).contains("You answered before: alone");
    Document differs = answered(second.select(".asked").first(), Map.of("choice", "with others"));
    assertThat(differs.select(".asked .note.caution").text())
        .contains("You answered this otherwise: alone");
    assertThat(browser.open(path()).select("main").text()).contains("1 of 3 answered", "1 of 1");
  }

  @Test
  void aModelWeighsTheOptionsAndThePersonTakesOrLeavesIt() throws Exception {
    model("scripted", "say:" + WEIGHED);
    Document page = pasted(TEXT);
    String here = URI.create(page.location()).getPath();
    Document weighed = idle(after(post(here + "/weigh", Map.of("mode", "detailed"))));
    assertThat(weighed.select("#work .danger").text()).isEmpty();
    Element first = weighed.select(".weighedpart").get(0);
    assertThat(first.text())
        .contains("Weighed by desk", "in a small team", "You like small teams.", "90 of 100");
    assertThat(weighed.select(".weighedpart").get(1).select(".caution").text())
        .contains("You chose money before.");
    assertThat(weighed.select(".weighedpart").get(2).select(".caution").text()).contains("900");
    assertThat(weighed.select("#work").text())
        .contains("All questions are weighed.", "Weigh again");
    Document taken = after(post(first.select("form").attr("action"), Map.of()));
    assertThat(taken.select("[name=choice][checked]").eachAttr("value"))
        .containsExactly("in a small team");
    Document back = after(post(taken.select("#toasts form").attr("action"), Map.of()));
    assertThat(back.select("[name=choice][checked]")).isEmpty();
    assertThat(ScriptedModel.sent().stream().map(ScriptedModel.Sent::text).toList().toString())
        .contains("Led a design system", "in a small team")
        .doesNotContain("Moreno", "grace@");
  }

  @Test
  void aModelThatBreaksOffKeepsWhatIsWholeAndGoesOnFromThere() throws Exception {
    String half =
        WEIGHED.substring(0, WEIGHED.indexOf("{\"number\": 2, \"best\"")) + "{\"number\": 2, \"be";
    model("scripted", "stall:" + half);
    Document page = pasted(TEXT);
    String here = URI.create(page.location()).getPath();
    Document running = after(post(here + "/weigh", Map.of("mode", "quick")));
    assertThat(running.select("#work").text()).contains("The options are being weighed");
    world.tenant.run(
        () ->
            Deadline.until(
                () -> {
                  try {
                    return browser
                        .open(here)
                        .select(".weighedpart")
                        .first()
                        .text()
                        .contains("small teams");
                  } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                  }
                }));
    post(running.select("#work form").attr("action"), Map.of());
    Document stopped = idle(running);
    assertThat(stopped.select("#work").text()).contains("1 of 3 questions are weighed.", "Go on");
    ScriptedModel.forgetSent();
    model("scripted", "say:" + WEIGHED);
    Document whole = idle(after(post(here + "/weigh", Map.of("mode", "quick"))));
    assertThat(whole.select("#work").text()).contains("All questions are weighed.");
    assertThat(ScriptedModel.sent().getLast().text())
        .as("what is weighed is not asked again")
        .contains("Question 2:")
        .doesNotContain("Question 1:");
  }

  @Test
  void aModelThatFailsSaysWhyAndALockedOneWhatOpensIt() throws Exception {
    Document page = pasted(TEXT);
    String here = URI.create(page.location()).getPath();
    assertThat(page.select("#work").text()).contains("A model could weigh the options.");
    assertThat(post(here + "/weigh", Map.of("mode", "quick")).statusCode()).isEqualTo(403);
    model("scripted", "BAD_SETTINGS");
    Document failed = idle(after(post(here + "/weigh", Map.of("mode", "quick"))));
    assertThat(failed.select("#work .danger").text()).contains("It says BAD_SETTINGS.");
    assertThat(failed.select("#weigh")).hasSize(1);
  }

  @Test
  void aModelThatSeesReadsThePicturesInTheirOrder() throws Exception {
    model("scripted", "say:Q1 Tea or coffee? ( ) Tea ( ) Coffee");
    Document page = after(given(Map.of("shot.png", picture(1))));
    Document read = idle(page);
    assertThat(read.select(".asked h2").text()).isEqualTo("1. Tea or coffee?");
    assertThat(read.select(".asked label").eachText()).containsExactly("Tea", "Coffee");
    String image = read.select(".shotlist img").attr("src");
    HttpResponse<String> shown = browser.get(image);
    assertThat(shown.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(ScriptedModel.sent().getFirst().text()).contains("word for word");
  }

  @Test
  void whereNothingReadsPicturesThatIsSaidAndTheTextCanBeTyped() throws Exception {
    assertThat(browser.open(path()).select(".shots").text())
        .contains("Nothing here reads pictures yet.", "install the program tesseract");
    Document page = after(given(Map.of("shot.png", picture(2))));
    assertThat(page.select("main").text())
        .contains("What the pictures ask is not read yet", "Nothing here reads pictures yet.");
    assertThat(page.select(".shotlist img")).hasSize(1);
    String here = URI.create(page.location()).getPath();
    assertThat(post(here + "/read", Map.of()).statusCode()).isEqualTo(409);
    Document typed =
        after(
            post(
                here + "/text",
                Map.of(
                    "seen", page.select("form[action$=/text] [name=seen]").val(), "text", TEXT)));
    assertThat(typed.select(".asked")).hasSize(3);
    assertThat(typed.select("#toasts").text()).contains("3 questions found");
  }

  @Test
  void aBlindModelIsSaidAndNothingIsLost() throws Exception {
    model("scripted", "REFUSED");
    Document failed = idle(after(given(Map.of("shot.png", picture(3)))));
    assertThat(failed.select("#work .danger").text())
        .contains("It says REFUSED.", "install the program tesseract");
    assertThat(failed.select(".shotlist img")).hasSize(1);
    assertThat(failed.select("form[action$=/read] button")).hasSize(1);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for tesseract is a shell script")
  void withoutAModelTesseractReadsWhereItIs() throws Exception {
    Path program = Files.createDirectories(home.resolve("bin")).resolve("tesseract");
    Files.writeString(
        program,
        """
        #!/bin/sh
        PATH=/usr/bin:/bin
        if [ "$1" = --list-langs ]; then printf 'List (2):\\ndeu\\neng\\n'; exit 0; fi
        cat > /dev/null
        line() { n=0; for w in $2; do n=$((n+1)); printf '5\\t1\\t1\\t%s\\t1\\t%d\\t10\\t10\\t40\\t20\\t95.0\\t%s\\n' "$1" $n "$w"; done; }
        printf 'level\\tpage_num\\tblock_num\\tpar_num\\tline_num\\tword_num\\tleft\\ttop\\twidth\\theight\\tconf\\ttext\\n'
        line 1 'Q1 Tea or coffee?'
        line 2 'O Tea'
        line 3 'O Coffee'
        """);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(browser.open(path()).select(".shots").text()).contains("The program tesseract");
    Document read = idle(after(given(Map.of("shot.png", picture(4)))));
    assertThat(read.select("#work .danger").text()).isEmpty();
    assertThat(read.select(".asked label").eachText()).containsExactly("Tea", "Coffee");
  }

  @Test
  void whatIsNoPictureIsRefusedAndNothingIsKept() throws Exception {
    HttpResponse<String> refused =
        given(Map.of("survey.png", "MZ\u0000 no picture".getBytes(StandardCharsets.UTF_8)));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(refused.body()).select("[role=alert]").text())
        .contains("“survey.png” is no picture that can be read here");
    assertThat(browser.open(path()).select("main").text()).contains("None yet.");
  }

  @Test
  void aSurveyIsNamedRemovedAndComesBackAndAnotherJobsIsNotReached() throws Exception {
    Document page = pasted(TEXT);
    String here = URI.create(page.location()).getPath();
    String seen = page.select("form[action=%s] [name=seen]".formatted(here)).val();
    Document named =
        after(post(here, Map.of("seen", seen, "name", "Culture", "score", "82 of 100")));
    assertThat(named.select(".surveyhead").text()).contains("Culture");
    assertThat(post(here, Map.of("seen", seen, "name", "Late", "score", "")).statusCode())
        .isEqualTo(409);
    Document removed = after(post(here + "/remove", Map.of()));
    assertThat(removed.select("main").text()).contains("None yet.");
    Document back = after(post(removed.select("#toasts form").attr("action"), Map.of()));
    assertThat(back.select(".surveyhead").text()).contains("Culture");
    String foreign = here.replace("/interviews/" + job + "/", "/interviews/" + other + "/");
    assertThat(browser.get(foreign).statusCode()).isEqualTo(404);
    assertThat(post(foreign + "/remove", Map.of()).statusCode()).isEqualTo(404);
  }
}
