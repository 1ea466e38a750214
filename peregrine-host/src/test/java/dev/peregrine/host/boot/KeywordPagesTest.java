package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.config.KeywordsFile;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.ResumeContent;
import dev.peregrine.host.web.Browser;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words with points: a page and a file that say the same. */
class KeywordPagesTest {

  private static final String HERE = "/settings/keywords";

  @TempDir Path home;
  private World world;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    world = new World(home, 0, InstantSource.fixed(World.NOW), false);
    browser = new Browser(world.port());
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The fields of a form in which names come several times. */
  private HttpResponse<String> send(String... namesAndValues) throws Exception {
    var body = new StringBuilder("_token=" + coded(browser.token()));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      body.append('&').append(namesAndValues[i]).append('=').append(coded(namesAndValues[i + 1]));
    }
    return browser.send(HERE, body.toString());
  }

  private String seen() throws Exception {
    return browser.open(HERE).select("[name=seen]").attr("value");
  }

  private static List<String> words(Document page) {
    return page.select("[name=word]").eachAttr("value").stream()
        .filter(word -> !word.isEmpty())
        .toList();
  }

  @Test
  void wordsAreSavedWithTheirPointsAndShownAgain() throws Exception {
    HttpResponse<String> answer =
        send(
            "seen",
            seen(),
            "word",
            "design system",
            "weight",
            "10",
            "word",
            "",
            "weight",
            "3",
            "word",
            "on call",
            "weight",
            "−15",
            "word",
            "figma",
            "weight",
            "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    assertThat(Files.readString(home.resolve("config/keywords.yaml")))
        .contains(
            "- {word: design system, weight: 10}",
            "- {word: on call, weight: -15}",
            "- {word: figma, weight: 5}");
    Document page = browser.open(HERE);
    assertThat(words(page)).containsExactly("design system", "on call", "figma");
    assertThat(browser.open("/settings").select(".setline:contains(Keywords)").text())
        .contains("2 wanted, 1 not wanted.");
  }

  @Test
  void whatCannotBeIsSaidAndWhatWasTypedStands() throws Exception {
    HttpResponse<String> tooMuch = send("seen", seen(), "word", "figma", "weight", "500");
    assertThat(tooMuch.statusCode()).isEqualTo(422);
    Document page = Jsoup.parse(tooMuch.body());
    assertThat(page.select("[role=alert]").text())
        .contains("Keyword \"figma\": weight is \"500\", expected 1 to 50");
    assertThat(words(page)).containsExactly("figma");
    HttpResponse<String> twice =
        send("seen", seen(), "word", "figma", "weight", "5", "word", "Figma", "weight", "6");
    assertThat(Jsoup.parse(twice.body()).text()).contains("“Figma” stands twice");
    assertThat(home.resolve("config/keywords.yaml")).doesNotExist();
  }

  @Test
  void skillsOfTheResumeAreSuggestedAndTakenWithOneClick() throws Exception {
    world.as(
        () ->
            world.resumes.create(
                "Main",
                new ResumeContent(
                    Resume.Origin.GIVEN,
                    "Figma and prototyping",
                    """
                    {"skills": [{"name": "Design", "keywords": ["Figma", "Prototyping"]}, {"name": "German"}]}""",
                    "cv.json",
                    Optional.empty(),
                    OptionalLong.empty())));
    assertThat(browser.open(HERE).select("[name=add]").eachAttr("value"))
        .containsExactly("Figma", "Prototyping", "German");
    send("seen", seen(), "word", "on call", "weight", "-5", "add", "Figma");
    Document page = browser.open(HERE);
    assertThat(words(page)).containsExactly("on call", "Figma");
    assertThat(page.select("[name=add]").eachAttr("value")).doesNotContain("Figma");
  }

  @Test
  void aSecondTabIsToldAndTheFilesCommentsStay() throws Exception {
    Path file = home.resolve("config/keywords.yaml");
    Files.writeString(
        file, "# mine\nkeywords:\n  # why\n  - {word: go, weight: 3}\nother: 1 # kept\n");
    String before = seen();
    assertThat(send("seen", before, "word", "rust", "weight", "4").statusCode()).isEqualTo(303);
    assertThat(Files.readString(file)).contains("# mine", "other: 1 # kept", "rust, weight: 4");
    HttpResponse<String> second = send("seen", before, "word", "java", "weight", "4");
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(Jsoup.parse(second.body()).text()).contains("was changed meanwhile");
  }

  @Test
  void aMistakeInTheFileNamesItsLineAndTheLastGoodVersionHolds() throws Exception {
    Path file = home.resolve("config/keywords.yaml");
    Files.writeString(file, "keywords:\n  - {word: go, weight: 3}\n");
    browser.open(HERE);
    world.tenant.run(
        () -> {
          var keywords = new KeywordsFile();
          assertThat(keywords.current()).hasSize(1);
          write(file, "keywords:\n  - {word: go, weight: 70}\n");
          assertThat(keywords.problem().orElseThrow())
              .contains("keywords.yaml, line 2", "weight is \"70\", expected", "as it was before");
          assertThat(keywords.current()).hasSize(1);
        });
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (java.io.IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }
}
