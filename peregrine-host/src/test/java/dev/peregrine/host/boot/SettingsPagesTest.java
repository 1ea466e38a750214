package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Hidden;
import dev.peregrine.host.web.Browser;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads and does under Settings, without script. */
class SettingsPagesTest {

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

  @Test
  void everyLineOfTheSettingsSaysHowItIsAndLeadsSomewhere() throws Exception {
    Document page = browser.open("/settings");
    assertThat(page.select(".setline")).hasSizeGreaterThan(5);
    for (Element line : page.select(".setline")) {
      assertThat(line.select(".sub").text()).as(line.select("a").text()).isNotEmpty();
      String path = line.select("a").attr("href");
      Document there = browser.open(path);
      assertThat(there.select("h1").text()).as(path).isNotEqualTo("Nothing here");
      if (path.contains("#")) {
        assertThat(there.getElementById(path.substring(path.indexOf('#') + 1)))
            .as(path)
            .isNotNull();
      }
    }
  }

  @Test
  void aPageOfTheSettingsShowsWhereItStands() throws Exception {
    Document page = browser.open("/settings/appearance");
    assertThat(page.select(".setnav [aria-current=page]").text()).isEqualTo("Appearance");
    assertThat(page.select(".rail [aria-current=page]").text()).isEqualTo("Settings");
  }

  @Test
  void aLineThatCannotSayHowItIsDoesNotTakeTheOthersAlong() throws Exception {
    Files.writeString(home.resolve("config/blocklist.yaml"), "companies: [\n");
    Document page = browser.open("/settings");
    assertThat(page.select(".setline:contains(Never show)").text())
        .contains("config/blocklist.yaml, line");
    assertThat(page.select(".setline:contains(Plugins)").text()).contains("switched on");
  }

  private HttpResponse<String> send(String path, Map<String, String> fields) throws Exception {
    var all = new LinkedHashMap<String, String>(fields);
    all.put("_token", browser.token());
    return browser.send(path, Browser.encoded(all));
  }

  private Document after(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return browser.open(answer.headers().firstValue("Location").orElseThrow());
  }

  @Test
  void aSecretIsShownAsSetOnlyAndNoPageOrFileHoldsIt() throws Exception {
    String secret = "correct-horse-battery";
    after(send("/plugins/settings/board/village", Map.of("app", "id", "key", secret, "age", "14")));

    Document page = browser.open("/settings/secrets");
    assertThat(page.select("main").text()).contains("village, key", "Set.", "secrets.key");
    for (String path :
        List.of("/settings/secrets", "/settings", "/plugins?settings=board/village", "/search")) {
      assertThat(browser.open(path).html()).as(path).doesNotContain(secret);
    }
    world.tenant.run(
        () -> assertThat(world.secrets.value("plugins/board/village/key")).contains(secret));
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(secret);
      }
    }
  }

  @Test
  void aSecretCanBeForgotten() throws Exception {
    world.tenant.run(() -> world.secrets.put("plugins/board/village/key", "${VILLAGE_KEY}"));
    assertThat(browser.open("/settings/secrets").select("main").text())
        .contains("From the variable VILLAGE_KEY.");
    Document page =
        after(send("/settings/secrets/forget", Map.of("name", "plugins/board/village/key")));
    assertThat(page.select("main").text()).contains("None is stored");
  }

  @Test
  void aLostKeyIsSaidOnThePageWithTheWayOut() throws Exception {
    world.tenant.run(() -> world.secrets.put("plugins/board/village/key", "abcdef"));
    Files.writeString(home.resolve("keys/secrets.key"), "A".repeat(43) + "=\n");
    world.close();
    world = new World(home, 0, InstantSource.fixed(World.NOW));
    browser = new Browser(world.port());

    Document page = browser.open("/settings/secrets");
    assertThat(page.select(".note.danger").text())
        .contains("They cannot be opened", "holds another one");
    assertThat(page.select("main").text()).contains("Set, but it cannot be opened.");
    page = after(send("/settings/secrets/anew", Map.of()));
    assertThat(page.select("main").text()).contains("None is stored");
    try (Stream<Path> files = Files.list(home.resolve("data"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .anyMatch(name -> name.startsWith("secrets.sealed.before-"));
    }
  }

  private Map<String, String> hidden(Document page, String form) {
    var fields = new LinkedHashMap<String, String>();
    page.select(form + " input[type=hidden]")
        .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
    page.select(form + " textarea")
        .forEach(area -> fields.put(area.attr("name"), area.wholeText()));
    fields.remove("_token");
    return fields;
  }

  @Test
  void whatIsNeverShownIsKeptInItsFileWithItsComments() throws Exception {
    Path file = home.resolve("config/blocklist.yaml");
    Files.writeString(file, "# mine\ncompanies:\n  - Kontor Eins   # spam\nlocations: [Oslo]\n");
    Map<String, String> form = hidden(browser.open("/settings/never"), "form.mid");
    form.put("words", "gambling\n\nlottery");
    form.put("agencies", "yes");
    form.put("postings", "https://village.example/1?utm_source=x");
    Document page = after(send("/settings/never", form));

    assertThat(page.getElementById("words").wholeText().strip()).isEqualTo("gambling\nlottery");
    assertThat(page.select("input[name=agencies]").hasAttr("checked")).isTrue();
    assertThat(file)
        .content()
        .startsWith("# mine\n")
        .contains("- Kontor Eins   # spam", "locations: [Oslo]", "agencies: true");
    assertThat(browser.open("/settings").select(".setline:contains(Never show)").text())
        .contains("1 company, 2 words, 1 place, 1 posting, agencies");
  }

  @Test
  void ofTwoTabsTheSecondIsToldAndKeepsWhatItEntered() throws Exception {
    Map<String, String> first = hidden(browser.open("/settings/never"), "form.mid");
    Map<String, String> second = new LinkedHashMap<>(first);
    first.put("companies", "First AG");
    after(send("/settings/never", first));
    second.put("companies", "Second AG");
    HttpResponse<String> told = send("/settings/never", second);

    assertThat(told.statusCode()).isEqualTo(409);
    Document page = org.jsoup.Jsoup.parse(told.body());
    assertThat(page.select(".note.danger").text()).contains("This list was changed meanwhile");
    assertThat(page.getElementById("companies").wholeText()).contains("Second AG");
    assertThat(home.resolve("config/blocklist.yaml")).content().contains("First AG");
    after(send("/settings/never", hidden(page, "form.mid")));
    assertThat(home.resolve("config/blocklist.yaml"))
        .content()
        .contains("Second AG")
        .doesNotContain("First AG");
  }

  @Test
  void rulesAreTriedOnWhatWaitsInReviewAndRejectItWithAnUndo() throws Exception {
    world.seed();
    Map<String, String> form = hidden(browser.open("/settings/never"), "form.mid");
    form.put("words", "SCADA");
    Document would = org.jsoup.Jsoup.parse(send("/settings/never/try", form).body());
    assertThat(would.text()).containsPattern("It would hide [1-9]\\d* of the \\d+ jobs in review");
    assertThat(would.text()).contains("You block the industry \"SCADA\".");
    assertThat(home.resolve("config/blocklist.yaml")).doesNotExist();

    Document page = after(send("/settings/never", form));
    assertThat(page.select("#would").text()).startsWith("It fits");
    page = after(send("/settings/never/reject", Map.of()));
    assertThat(page.select("#would").text()).startsWith("It fits 0 of");
    String undo = page.select(".toast form").attr("action");
    assertThat(after(send(undo, Map.of())).select(".toast").text()).startsWith("Undone:");
    assertThat(browser.open("/settings/never").select("#would").text())
        .doesNotStartWith("It fits 0 of");
  }

  @Test
  void whatARuleHidIsCountedAndCanBeShownAgain() throws Exception {
    world.seed();
    world.as(
        () ->
            world.jobs.store(
                List.of(
                    new Found(
                        Postings.posting(20, "Clerk", "Bankhaus Lau"),
                        "village",
                        OptionalLong.empty(),
                        Optional.of(new Hidden("blocklist", "You block the company \"Lau\"."))))));
    Document page = browser.open("/settings/never");
    assertThat(page.select("#why li")).isNotEmpty();
    Element byWord =
        page.select("#why li").stream()
            .filter(line -> !line.select("form").isEmpty())
            .findFirst()
            .orElseThrow();
    String why = byWord.select(".strong").text();
    var fields = new LinkedHashMap<String, String>();
    byWord
        .select("input[type=hidden]")
        .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
    fields.remove("_token");
    page = after(send("/settings/never/show", fields));
    assertThat(page.select("#why").text()).doesNotContain(why);
    assertThat(page.select(".toast form").attr("action")).contains("undo");
  }

  @Test
  void aMistakeInAFileIsSaidOnItsPageAndNothingIsWrittenOver() throws Exception {
    Path file = home.resolve("config/search_profiles.yaml");
    Files.writeString(file, "profiles:\n  - name: Berlin\n    max_age_days: 7\n");
    Document before = browser.open("/search");
    Files.writeString(file, "profiles:\n  - name: Berlin\n    max_age_days: seven\n");

    assertThat(browser.open("/search").select(".note.danger").text())
        .contains("config/search_profiles.yaml, line 3", "\"seven\"", "as it was before");
    Map<String, String> form = hidden(before, "form.mid");
    form.putAll(Map.of("name", "Berlin", "titles", "Baker", "board", "village"));
    HttpResponse<String> told = send("/search", form);
    assertThat(told.statusCode()).isEqualTo(409);
    assertThat(told.body()).contains("Nothing was saved", "Baker");
    assertThat(file).content().contains("seven").doesNotContain("Baker");
  }

  @Test
  void thePasswordOfAProxyLeavesTheFileAndIsSealed() throws Exception {
    Path file = home.resolve("config/network.yaml");
    Files.writeString(file, "# ours\nproxy: http://ada:hunter-two@proxy.example:3128\n");
    Document page = browser.open("/settings/network");
    assertThat(page.html()).doesNotContain("hunter-two");
    assertThat(page.getElementById("proxy").val()).isEqualTo("http://ada@proxy.example:3128");
    Map<String, String> form = hidden(page, "form.mid");
    form.put("proxy", "http://ada@proxy.example:3128");
    form.put("direct", "intranet.example");
    after(send("/settings/network", form));

    assertThat(file)
        .content()
        .startsWith("# ours\n")
        .contains("http://ada@proxy.example:3128", "intranet.example")
        .doesNotContain("hunter-two");
    world.tenant.run(
        () -> assertThat(world.secrets.value("network/proxy-password")).contains("hunter-two"));
  }

  @Test
  void whatIsNoProxyIsSaidAtTheField() throws Exception {
    Map<String, String> form = hidden(browser.open("/settings/network"), "form.mid");
    form.put("proxy", "ftp://proxy");
    HttpResponse<String> told = send("/settings/network", form);
    assertThat(told.statusCode()).isEqualTo(422);
    assertThat(told.body()).contains("“ftp://proxy” is no address of a proxy");
    assertThat(home.resolve("config/network.yaml")).doesNotExist();
  }

  @Test
  void theLogIsShownWithoutSecretsAndFilesWithTheirState() throws Exception {
    world.tenant.run(() -> world.secrets.put("mail/password", "correct-horse"));
    Files.createDirectories(home.resolve("logs"));
    Files.writeString(
        home.resolve("logs/peregrine.log"),
        "signed in with correct-horse as ada@example.com\nproxy http://ada:pw@proxy.example\napi_key=abcdefgh\n");
    Files.writeString(home.resolve("config/blocklist.yaml"), "companies: {a: b}\n");
    Document page = browser.open("/settings/developer");
    assertThat(page.select(".logtail").text())
        .contains("signed in with ***", "proxy http://***@proxy.example")
        .doesNotContain("correct-horse", "ada@example.com", "pw@", "abcdefgh");
    assertThat(page.select("li:contains(blocklist.yaml)").text())
        .contains("Needs a look", "config/blocklist.yaml, line 1");
    assertThat(page.select("li:contains(network.yaml)").text()).contains("In order");
  }
}
