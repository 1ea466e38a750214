package dev.peregrine.host.boot;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.peregrine.host.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person writes about Peregrine: seen whole, sent once, never lost. */
class FeedbackPagesTest {

  private static final String API = "/api/v1/repos/tomke/peregrine";

  @TempDir Path home;
  private final WireMockServer forge = new WireMockServer(options().dynamicPort());
  private World world;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    forge.start();
    world = new World(home, 0, InstantSource.fixed(World.NOW));
    browser = new Browser(world.port());
  }

  @AfterEach
  void stop() {
    world.close();
    forge.stop();
  }

  private void tracker() throws Exception {
    HttpResponse<String> saved =
        browser.submit(
            "/feedback/tracker",
            Map.of("tracker", forge.baseUrl() + "/tomke/peregrine.git/", "token", "tok-en-42"));
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
  }

  private void takesIssues(int status) {
    forge.stubFor(
        get(urlPathEqualTo(API + "/labels")).willReturn(okJson("[{\"id\":7,\"name\":\"bug\"}]")));
    forge.stubFor(
        post(urlEqualTo(API + "/labels"))
            .willReturn(aResponse().withStatus(201).withBody("{\"id\":9}")));
    forge.stubFor(
        post(urlEqualTo(API + "/issues"))
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withBody(
                        "{\"html_url\":\"" + forge.baseUrl() + "/tomke/peregrine/issues/3\"}")));
  }

  private Document preview(Map<String, String> draft) throws Exception {
    HttpResponse<String> answer = browser.submit("/feedback/preview", draft);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private static Map<String, String> draft() {
    return Map.of(
        "kind",
        "bug",
        "title",
        "The list jumps",
        "text",
        "I scroll.\nIt jumps.",
        "from",
        "/review");
  }

  private static Map<String, String> fields(Document page) {
    var fields = new LinkedHashMap<String, String>();
    for (Element input : page.select("form[action=/feedback/send] input[type=hidden]")) {
      fields.put(input.attr("name"), input.attr("value"));
    }
    fields.remove("_token");
    return fields;
  }

  @Test
  void whatIsSentIsExactlyWhatWasShownAndASecondPressPostsNothing() throws Exception {
    tracker();
    takesIssues(201);
    Files.createDirectories(home.resolve("logs"));
    Files.writeString(
        home.resolve("logs/peregrine.log"),
        "2026-11-22T10:00:00.000Z WARN  d.p.x: no answer for ada@example.org at +49 30 1234567,"
            + " https://api.example/x?key=abcdef in "
            + home
            + ", token tok-en-42\n2026-11-22T10:00:01.000Z INFO  d.p.x: quiet\n");
    var draft = new LinkedHashMap<>(draft());
    draft.put("diagnosis", "yes");
    Document page = preview(draft);
    String shown = page.select("pre").first().wholeText();
    assertThat(shown)
        .startsWith("I scroll.\nIt jumps.\n\n### Diagnosis")
        .contains("- Java ", "- Page `/review`", "WARN", "https://api.example/x?***", "HOME")
        .doesNotContain("ada@", "1234567", "abcdef", "tok-en-42", home.toString(), "quiet");

    Map<String, String> fields = fields(page);
    assertThat(fields.get("body")).isEqualTo(shown);
    Document sent = Jsoup.parse(browser.submit("/feedback/send", fields).body());
    assertThat(sent.select("[role=status] a").attr("href"))
        .isEqualTo(forge.baseUrl() + "/tomke/peregrine/issues/3");
    forge.verify(
        1,
        postRequestedFor(urlEqualTo(API + "/issues"))
            .withHeader("Authorization", equalTo("token tok-en-42"))
            .withRequestBody(matchingJsonPath("$.title", equalTo("The list jumps")))
            .withRequestBody(matchingJsonPath("$.body", equalTo(shown)))
            .withRequestBody(matchingJsonPath("$.labels[?(@ == 7)]")));
    Document again = Jsoup.parse(browser.submit("/feedback/send", fields).body());
    assertThat(again.select("[role=status] a").attr("href")).endsWith("/issues/3");
    forge.verify(1, postRequestedFor(urlEqualTo(API + "/issues")));
  }

  @Test
  void aTrackerThatRefusesKeepsTheTextAndSaysWhatToDo() throws Exception {
    tracker();
    takesIssues(403);
    HttpResponse<String> answer = browser.submit("/feedback/send", fields(preview(draft())));
    assertThat(answer.statusCode()).isEqualTo(502);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select("[role=alert]").text())
        .contains("nothing is lost", "right to write issues");
    assertThat(fields(page))
        .containsEntry("title", "The list jumps")
        .containsEntry("text", "I scroll.\nIt jumps.");
  }

  @Test
  void withoutATrackerNothingIsSentAndTheTextCanBeTakenAlong() throws Exception {
    Document page = preview(draft());
    assertThat(page.select("form[action=/feedback/send]")).isEmpty();
    assertThat(page.select("[data-copy]").attr("data-copy"))
        .isEqualTo("# The list jumps\n\nI scroll.\nIt jumps.");
    assertThat(page.select("main").text()).contains("No tracker is set");
    assertThat(browser.submit("/feedback/preview", Map.of("title", "x")).statusCode())
        .isEqualTo(422);
  }

  @Test
  void withoutATokenTheTrackersOwnPageOpensWithTheText() throws Exception {
    browser.submit("/feedback/tracker", Map.of("tracker", "https://github.com/tomke/peregrine"));
    Document page = preview(draft());
    assertThat(page.select("form[action=/feedback/send]")).isEmpty();
    assertThat(page.select("a[target=_blank]").attr("href"))
        .startsWith(
            "https://github.com/tomke/peregrine/issues/new?title=The+list+jumps&body=I+scroll.");
  }

  @Test
  void aTokenGoesToTheServerThatGaveItOnly() throws Exception {
    tracker();
    browser.submit("/feedback/tracker", Map.of("tracker", "https://codeberg.org/tomke/peregrine"));
    assertThat(browser.open("/feedback/tracker").select("main").text())
        .doesNotContain("Set, sealed");
    assertThat(browser.submit("/feedback/tracker", Map.of("tracker", "ftp://x")).statusCode())
        .isEqualTo(422);
    assertThat(home.resolve("config/project.yaml"))
        .content()
        .contains("codeberg.org/tomke/peregrine");
  }

  private void released(String tag) {
    forge.stubFor(
        get(urlEqualTo(API + "/releases/latest"))
            .willReturn(
                okJson(
                    "{\"tag_name\":\"%s\",\"html_url\":\"https://elsewhere.example/x\"}"
                        .formatted(tag))));
  }

  private String afterALook() throws Exception {
    browser.submit("/feedback/tracker/look", Map.of());
    browser.get("/settings"); // shows what the look said, once
    return Jsoup.parse(browser.get("/settings").body()).text();
  }

  @Test
  void aNewerVersionIsSaidWhereThePersonAskedForThat() throws Exception {
    released("v0.2.0");
    tracker();
    assertThat(afterALook()).doesNotContain("Version 0.2.0");
    browser.submit(
        "/feedback/tracker",
        Map.of("tracker", forge.baseUrl() + "/tomke/peregrine", "releases", "yes"));
    assertThat(afterALook()).contains("Version 0.2.0 is out");
    assertThat(Jsoup.parse(browser.get("/feedback/tracker").body()).select("[role=status] a"))
        .extracting(link -> link.attr("href"))
        .containsExactly(forge.baseUrl() + "/tomke/peregrine/releases");
    assertThat(Files.readString(home.resolve("config/project.yaml"))).contains("releases: true");
    assertThat(Jsoup.parse(browser.get("/settings/privacy").body()).text())
        .contains("once a day the question for the newest version");
    released("v0.1.0");
    assertThat(afterALook()).doesNotContain("is out");
    released("nightly");
    assertThat(afterALook()).doesNotContain("is out");
  }
}
