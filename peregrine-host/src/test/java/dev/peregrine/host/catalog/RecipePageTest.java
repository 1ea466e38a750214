package dev.peregrine.host.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.boot.World;
import dev.peregrine.host.http.LocalServer;
import dev.peregrine.host.plugins.InstalledPlugin;
import dev.peregrine.host.plugins.PluginState;
import dev.peregrine.host.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Writing a board in the browser, without script where nothing else is said. */
@Timeout(120)
class RecipePageTest {

  private static final String ACME =
      """
      id: acme
      name: Acme Jobs
      summary: Postings from Acme.
      request:
        get: https://api.acme.test/jobs
      rows: /jobs
      fields:
        id: id
        title: title
        company: firm
        url: https://jobs.acme.test/{id}
        salary: {min: pay, currency: =EUR, period: =year}
      """;

  @TempDir private Path home;
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

  /** Presses a button of the editor as a browser without script does. */
  private HttpResponse<String> press(Document page, String button, Map<String, String> typed)
      throws Exception {
    Element form = page.getElementById("recipe").closest("form");
    Element pressed =
        form.select("button").stream()
            .filter(each -> each.text().equals(button))
            .findFirst()
            .orElseThrow();
    var fields = new LinkedHashMap<String, String>();
    form.select("input").forEach(each -> fields.put(each.attr("name"), each.val()));
    fields.put("_recipe", text(form).replace("\n", "\r\n"));
    if (pressed.hasAttr("name")) {
      fields.put(pressed.attr("name"), pressed.val());
    }
    typed.forEach((name, value) -> fields.put(name, value.replace("\n", "\r\n")));
    String action = pressed.hasAttr("formaction") ? "formaction" : "action";
    return browser.send(
        (pressed.hasAttr("formaction") ? pressed : form).attr(action), Browser.encoded(fields));
  }

  /** Not {@code val()}, which strips. */
  private static String text(Element page) {
    return page.getElementById("recipe").wholeText();
  }

  private static Document page(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body());
  }

  private Document tried(String recipe, String server) throws Exception {
    HttpResponse<String> answer =
        press(
            browser.open("/plugins/recipe"),
            "Try it",
            Map.of("_recipe", recipe, "base-url", server));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return page(answer);
  }

  private static String jobs(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> "{\"id\":\"j%d\",\"title\":\"Driver %d\",\"firm\":\"Acme\"}".formatted(i, i))
        .collect(Collectors.joining(",", "{\"jobs\":[", "]}"));
  }

  private InstalledPlugin plugin(String id) {
    return world.plugins.plugins().stream()
        .filter(p -> p.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void thePluginsPageLeadsToAnExampleThatCanBeRead() throws Exception {
    assertThat(browser.open("/plugins").select("a[href=/plugins/recipe]").text())
        .isEqualTo("Write a board as a recipe");

    Document page = browser.open("/plugins/recipe");

    assertThat(page.select("#recipe").val()).startsWith("id: my-board");
    assertThat(page.select("#recipe-says").text()).contains("Talks to www.arbeitnow.com");
    assertThat(page.select("#recipe").hasAttr("aria-invalid")).isFalse();
  }

  @Test
  void aTryShowsPostingsHowOftenFieldsAreFilledAndWhatIsMissing() throws Exception {
    try (LocalServer server = LocalServer.saying(200, "application/json", jobs(12))) {
      Document page = tried(ACME, server.at("").toString());

      String shown = page.select("#tried").text();
      assertThat(shown)
          .contains("Acme Jobs answered in", "with 12 postings", "The first 10 of 12")
          .contains("Driver 0", "Driver 9")
          .contains("company 100 % 12 of 12 Acme")
          .contains("No posting has a salary: “salary” finds nothing.")
          .contains("No posting has a place: add “places” under “fields”");
      assertThat(page.select("#tried ol a").getFirst().attr("href"))
          .isEqualTo("https://jobs.acme.test/j0");
      assertThat(page.select("#recipe-says").text()).contains("Talks to api.acme.test");
      assertThat(world.plugins.plugins()).noneMatch(each -> each.id().equals("board-acme"));
    }
  }

  @Test
  void aTitleNarrowsTheTry() throws Exception {
    try (LocalServer server = LocalServer.saying(200, "application/json", jobs(3))) {
      HttpResponse<String> answer =
          press(
              browser.open("/plugins/recipe"),
              "Try it",
              Map.of("_recipe", ACME, "_title", "Nurse", "base-url", server.at("").toString()));

      assertThat(page(answer).select("#tried").text())
          .isEqualTo(
              "Acme Jobs answered in 0.0 s with no posting. It has nothing for this search.");
    }
  }

  @Test
  void rowsThatCannotBeReadAreNamedWithTheirReason() throws Exception {
    String rows = jobs(2).replace("\"title\":\"Driver 1\",", "");
    try (LocalServer server = LocalServer.saying(200, "application/json", rows)) {
      Document page = tried(ACME, server.at("").toString());

      assertThat(page.select("#tried-skipped + ul").text()).contains("title");
      assertThat(page.select("#tried").text()).contains("with 1 posting.");
    }
  }

  @Test
  void anAddressInsideThatOnlyTheRecipeNamesIsRefused() throws Exception {
    try (LocalServer server = LocalServer.saying(200, "application/json", jobs(2))) {
      String inside = ACME.replace("https://api.acme.test", "http://localhost:" + server.port());

      Document page = tried(inside, "");

      assertThat(page.select("#tried .note.caution")).isNotEmpty();
      assertThat(page.select("#tried ol")).isEmpty();
      assertThat(server.calls()).isEmpty();
    }
  }

  @Test
  void aMistakeIsShownWithItsLineAndNothingIsCalled() throws Exception {
    HttpResponse<String> answer =
        press(
            browser.open("/plugins/recipe"),
            "Try it",
            Map.of("_recipe", ACME.replace("rows:", "row:")));

    assertThat(answer.statusCode()).isEqualTo(422);
    Document page = page(answer);
    assertThat(page.select("#recipe-says .danger").text())
        .startsWith("Your recipe, line 6: \"row\" is not known");
    assertThat(page.select("#recipe-says .danger").attr("data-line")).isEqualTo("6");
    assertThat(page.select("#recipe").attr("aria-invalid")).isEqualTo("true");
    assertThat(page.select("#recipe").val()).contains("row: /jobs");
    assertThat(page.select("#tried").text()).isEmpty();
  }

  @Test
  void aScriptGetsPartsAndWhileTypingNothingJumps() throws Exception {
    var typed = Map.of("_recipe", ACME.replace("rows:", "row:"), "_keys", "base-url");

    Document check = page(browser.swap("/plugins/recipe/check", typed));
    assertThat(check.select("#recipe-says[hx-swap-oob] .danger").attr("data-jump"))
        .isEqualTo("false");
    assertThat(check.select("#recipe-set, main")).isEmpty();

    Document tried = page(browser.swap("/plugins/recipe", typed));
    assertThat(tried.select("#recipe-says .danger").attr("data-jump")).isEqualTo("true");
    assertThat(tried.select("main")).isEmpty();
  }

  @Test
  void aKeyedBoardAsksForItsKeyBeforeATry() throws Exception {
    String keyed =
        ACME.replace("request:", "settings:\n  api-key: {secret: API key}\nrequest:")
            .replace("/jobs\nrows", "/jobs\n  headers: {X-Key: \"{api-key}\"}\nrows");
    Document page = browser.open("/plugins/recipe");

    HttpResponse<String> asked = press(page, "Try it", Map.of("_recipe", keyed));

    assertThat(asked.statusCode()).isEqualTo(422);
    assertThat(page(asked).select("#set-api-key-e").text()).contains("asks for “API key”");
    try (LocalServer server = LocalServer.saying(200, "application/json", jobs(1))) {
      HttpResponse<String> answer =
          press(
              page(asked),
              "Try it",
              Map.of("base-url", server.at("").toString(), "api-key", "s3cret-token"));
      assertThat(page(answer).select("#tried").text()).contains("with 1 posting.");
      assertThat(server.calls().getFirst().getRequestHeaders().getFirst("X-Key"))
          .isEqualTo("s3cret-token");
      assertThat(answer.body()).doesNotContain("s3cret-token");
    }
  }

  @Test
  void whatWasTriedIsSavedAndSwitchedOnAndCanBeTakenBack() throws Exception {
    try (LocalServer server = LocalServer.saying(200, "application/json", jobs(2))) {
      Document page = tried(ACME, server.at("").toString());

      HttpResponse<String> saved = press(page, "Save", Map.of());

      assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
      assertThat(Files.readString(world.dropFolder.resolve("board-acme.yaml"))).isEqualTo(ACME);
      assertThat(plugin("board-acme").state()).isEqualTo(PluginState.ON);
      Document after = browser.open(saved.headers().firstValue("Location").orElseThrow());
      assertThat(after.select("[data-toast]").text())
          .contains("Saved and switched on: Acme Jobs", "Undo");
      assertThat(text(after)).isEqualTo(ACME);
      browser.submit("/plugins/board-acme/off", Map.of());
      assertThat(plugin("board-acme").state()).isEqualTo(PluginState.OFF);
    }
  }

  @Test
  void whatWasNotTriedWaitsForAYes() throws Exception {
    press(browser.open("/plugins/recipe"), "Save", Map.of("_recipe", ACME));

    assertThat(plugin("board-acme").state()).isEqualTo(PluginState.WAITING);
    assertThat(browser.open("/plugins").select(".consent").text()).contains("api.acme.test");
  }

  @Test
  void aTryIsNoYesToHostsThatCameLater() throws Exception {
    try (LocalServer server = LocalServer.saying(200, "application/json", jobs(2))) {
      Document page = tried(ACME, server.at("").toString());

      press(page, "Save", Map.of("_recipe", ACME.replace("api.acme.test", "evil.test")));

      assertThat(plugin("board-acme").state()).isEqualTo(PluginState.WAITING);
    }
  }

  @Test
  void aBrokenRecipeIsNotSaved() throws Exception {
    HttpResponse<String> answer =
        press(browser.open("/plugins/recipe"), "Save", Map.of("_recipe", "id: acme\nname: ["));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(page(answer).select("#recipe-says .danger").text()).contains("Your recipe, line");
    try (var files = Files.list(world.dropFolder)) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .noneMatch(name -> name.endsWith(".yaml"));
    }
  }

  @Test
  void aBoardThatIsThereIsNeverOverwrittenInSilence() throws Exception {
    HttpResponse<String> jar =
        press(
            browser.open("/plugins/recipe"),
            "Save",
            Map.of("_recipe", ACME.replace("id: acme", "id: village")));
    assertThat(jar.statusCode()).isEqualTo(422);
    assertThat(page(jar).select("#recipe-says .danger").text())
        .isEqualTo(
            "Board “village” is there already, from “board-village-1.2.0.jar”. Give yours another “id”.");

    Files.writeString(world.dropFolder.resolve("mine.yaml"), ACME);
    world.plugins.rescan();
    String better = ACME.replace("Postings from", "Better postings from");
    HttpResponse<String> own =
        press(browser.open("/plugins/recipe"), "Save", Map.of("_recipe", better));
    assertThat(own.statusCode()).isEqualTo(422);
    assertThat(page(own).select("#recipe-says .danger").text()).contains("in “mine.yaml”");
    assertThat(world.dropFolder.resolve("mine.yaml")).hasContent(ACME);

    press(page(own), "Replace it", Map.of());

    assertThat(world.dropFolder.resolve("mine.yaml")).hasContent(better);
    assertThat(world.dropFolder.resolve(".bin/mine.yaml")).hasContent(ACME);
    assertThat(world.dropFolder.resolve("board-acme.yaml")).doesNotExist();
  }

  @Test
  void oneOfTheirOwnIsOpenedChangedAndStaysOn() throws Exception {
    Files.writeString(world.dropFolder.resolve("mine.yaml"), ACME);
    world.plugins.rescan();
    world.plugins.switchOn("board-acme");
    Document page = browser.open("/plugins");
    assertThat(page.select("a[href=/plugins/recipe?id=board-acme]").text())
        .startsWith("Edit recipe");

    Document editor = browser.open("/plugins/recipe?id=board-acme");
    press(editor, "Save", Map.of("_recipe", ACME.replace("from Acme", "of Acme")));

    assertThat(Files.readString(world.dropFolder.resolve("mine.yaml"))).contains("of Acme");
    assertThat(plugin("board-acme").state()).isEqualTo(PluginState.ON);
  }

  @Test
  void aShippedOneIsOpenedAsACopy() throws Exception {
    Files.writeString(home.resolve("shipped/board-acme.yaml"), ACME);
    world.plugins.close();
    world.plugins.start();

    Document start = browser.open("/plugins/recipe");
    assertThat(start.select(".chips a").eachText()).isEqualTo(List.of("Acme Jobs"));
    Document copy = browser.open(start.select(".chips a").attr("href"));

    assertThat(copy.select("#recipe").val()).startsWith("id: my-acme\nname: My Acme Jobs\n");
    assertThat(copy.select("[name=_editing]").val()).isEmpty();
  }

  @Test
  void aKeyThatIsStoredGoesToNoOtherHost() throws Exception {
    String keyed =
        ACME.replace("request:", "settings:\n  api-key: {secret: API key}\nrequest:")
            .replace("/jobs\nrows", "/jobs\n  headers: {X-Key: \"{api-key}\"}\nrows");
    try (LocalServer server = LocalServer.saying(200, "application/json", jobs(1))) {
      Map<String, String> typed =
          Map.of("_recipe", keyed, "base-url", server.at("").toString(), "api-key", "s3cret-token");
      Document page =
          page(
              press(
                  page(press(browser.open("/plugins/recipe"), "Try it", typed)), "Try it", typed));
      press(page, "Save", typed);
      Document editor = browser.open("/plugins/recipe?id=board-acme");
      assertThat(editor.select("#set-api-key").attr("placeholder")).startsWith("Stored");
      int before = server.calls().size();

      HttpResponse<String> other =
          press(
              editor,
              "Try it",
              Map.of("_recipe", keyed.replace("api.acme.test", "other.test"), "api-key", ""));

      assertThat(other.statusCode()).isEqualTo(422);
      assertThat(page(other).select("#set-api-key-e").text()).contains("asks for “API key”");
      assertThat(server.calls()).hasSize(before);
      press(editor, "Try it", Map.of("api-key", ""));
      assertThat(server.calls().getLast().getRequestHeaders().getFirst("X-Key"))
          .isEqualTo("s3cret-token");
    }
  }

  @Test
  void theTextIsDownloadedAsItStands() throws Exception {
    HttpResponse<String> file =
        press(browser.open("/plugins/recipe"), "Download", Map.of("_recipe", ACME));

    assertThat(file.body()).isEqualTo(ACME);
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .isEqualTo("attachment; filename=\"board-acme.yaml\"");
  }
}
