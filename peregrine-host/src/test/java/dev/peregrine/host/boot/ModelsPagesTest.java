package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.llm.Eventually;
import dev.peregrine.host.llm.LlmFeature;
import dev.peregrine.host.llm.LlmUse;
import dev.peregrine.host.llm.ScriptedModel;
import dev.peregrine.host.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What a person reads and does under Settings → Models, without script. */
@ResourceLock(ScriptedModel.SENT)
class ModelsPagesTest {

  @TempDir Path home;
  private World world;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    ScriptedModel.write(home.resolve("shipped"));
    world = new World(home, 0, InstantSource.fixed(World.NOW));
    browser = new Browser(world.port());
  }

  @AfterEach
  void stop() {
    world.close();
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

  private static Map<String, String> form(String name, String script) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("type", "scripted");
    fields.put("old", "");
    fields.put("name", name);
    fields.put("model", "small");
    fields.put("enabled", "true");
    fields.put("script", script);
    fields.put("probe", "ready");
    fields.put("models", "small\nlarge");
    return fields;
  }

  private static Map<String, String> with(Map<String, String> fields, String key, String value) {
    var more = new LinkedHashMap<>(fields);
    more.put(key, value);
    return more;
  }

  @Test
  void withoutOneItSaysWhatCanBeAddedAndThatNothingLeaves() throws Exception {
    Document page = browser.open("/settings/models");
    assertThat(page.select("main").text())
        .contains("None is set up", "No model is asked, so nothing is sent to one.");
    assertThat(page.select("a[href^=/settings/models/new/]").eachText()).contains("Add Scripted");
    assertThat(browser.open("/settings").select(".setline:contains(Models)").text())
        .contains("None is set up");
  }

  @Test
  void aQuestionIsAskedBeforeAnythingIsSaved() throws Exception {
    Document form = browser.open("/settings/models/new/scripted");
    assertThat(form.select("#name").val()).isEqualTo("scripted");
    assertThat(form.select("#set-base-url").attr("placeholder")).contains("127.0.0.1:11434");

    HttpResponse<String> tried =
        send("/settings/models/test", form("mine", "say:The salary, and whether it is open."));
    Document page = Jsoup.parse(tried.body());
    assertThat(page.select("[role=status]").text())
        .contains("small answered: the first word after", "The salary, and whether it is open.");
    assertThat(page.select("#name").val()).isEqualTo("mine");
    assertThat(home.resolve("config/llm.yaml")).doesNotExist();

    Document failed =
        Jsoup.parse(send("/settings/models/test", form("mine", "BAD_SETTINGS")).body());
    assertThat(failed.select("[role=status]").text()).contains("It says BAD_SETTINGS.");

    Document listed = Jsoup.parse(send("/settings/models/list", form("mine", "say:x")).body());
    assertThat(listed.select("datalist option").eachAttr("value"))
        .containsExactly("small", "large");
  }

  @Test
  void whatIsSavedIsAskedAndItsKeyIsNeverShown() throws Exception {
    Document page =
        after(send("/settings/models/save", with(form("mine", "say:x"), "api-key", "s3cret-key")));
    assertThat(page.select("h3:contains(mine)").text()).contains("On");
    assertThat(page.select("main").text())
        .contains("Scripted at 127.0.0.1:11434 with small. What it is sent stays on this machine.");
    assertThat(browser.open("/settings").select(".setline:contains(Models)").text())
        .contains("mine is asked.");
    Document one = browser.open("/settings/models/one/mine");
    assertThat(one.select("#set-api-key").attr("placeholder")).contains("Stored");
    for (String path : new String[] {"/settings/models", "/settings/models/one/mine"}) {
      assertThat(browser.open(path).html()).doesNotContain("s3cret-key");
    }
    assertThat(Files.readString(home.resolve("config/llm.yaml"))).doesNotContain("s3cret-key");

    page = after(send("/settings/models/one/mine/off", Map.of()));
    assertThat(page.select("h3:contains(mine)").text()).contains("Off");
    page = after(send("/settings/models/one/mine/on", Map.of()));
    assertThat(page.select("h3:contains(mine)").text()).contains("On");
    page = after(send("/settings/models/one/mine/remove", Map.of()));
    assertThat(page.select("main").text()).contains("None is set up");
  }

  @Test
  void aTrialOfAStoredOneUsesItsKeyAndIsCounted() throws Exception {
    after(send("/settings/models/save", form("mine", "say:hello")));
    send("/settings/models/test", with(form("mine", "say:hello"), "old", "mine"));
    Document page = browser.open("/settings/models");
    assertThat(page.select("table.lately tbody tr").text())
        .contains("Test", "mine", "7 in, 11 out", "none");
    assertThat(page.select("h3:contains(mine)").text()).contains("Answers");
  }

  @Test
  void mistakesAreSaidAtTheirField() throws Exception {
    HttpResponse<String> answer =
        send("/settings/models/save", with(form("My model!", "say:x"), "base-url", "nowhere"));
    assertThat(answer.statusCode()).isEqualTo(422);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select("[role=alert]").text()).contains("Up to 40 of a-z");
    assertThat(page.select("#set-base-url-e").text()).contains("\"nowhere\"");
    assertThat(page.select("#name").val()).isEqualTo("My model!");
    page =
        Jsoup.parse(
            send("/settings/models/save", with(form("mine", "say:x"), "patience", "9999")).body());
    assertThat(page.select("[role=alert]").text()).contains("“9999” is not a whole number");
  }

  @Test
  void whatLeavesTheNetworkNeedsAYes() throws Exception {
    Map<String, String> away = with(form("away", "say:x"), "type", "provider");
    HttpResponse<String> answer = send("/settings/models/save", away);
    assertThat(answer.statusCode()).isEqualTo(422);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select("[role=alert]").text()).contains("Agree to that");
    assertThat(page.select("input[name=agreed]").attr("type")).isEqualTo("checkbox");

    page = after(send("/settings/models/save", with(away, "agreed", "true")));
    assertThat(page.select(".note.caution").text())
        .contains("What away is asked leaves your network");
    assertThat(page.select("h3:contains(away)").text()).contains("Leaves your network");
  }

  @Test
  void ordersAreChangedByButtons() throws Exception {
    after(send("/settings/models/save", form("one", "say:1")));
    after(send("/settings/models/save", form("two", "say:2")));
    Document page = after(send("/settings/models/order/general/two/up", Map.of()));
    assertThat(page.select("#order-general .order li").eachText())
        .first()
        .asString()
        .startsWith("two");
    assertThat(page.select("#order-research").text()).contains("As for letters and general.");
    page = after(send("/settings/models/order/research/two/down", Map.of()));
    assertThat(page.select("#order-research .order li").eachText())
        .first()
        .asString()
        .startsWith("one");
    page = after(send("/settings/models/order/research", Map.of()));
    assertThat(page.select("#order-research .order li").eachText())
        .first()
        .asString()
        .startsWith("two");
    assertThat(Files.readString(home.resolve("config/llm.yaml")))
        .contains("fallback_order: [two, one]")
        .doesNotContain("research_fallback_order");
  }

  @Test
  void aFeatureHasAnOrderOfItsOwnUntilItIsPutBack() throws Exception {
    world.llms.add(new LlmFeature(LlmUse.general("bread_letter"), () -> "Letters to bakers"));
    after(send("/settings/models/save", form("one", "say:1")));
    assertThat(browser.open("/settings/models").select("#feature-bread_letter")).isEmpty();
    after(send("/settings/models/save", form("two", "say:2")));
    Document page = browser.open("/settings/models");
    assertThat(page.select("#feature-bread_letter summary").text())
        .isEqualTo("Letters to bakers as above");
    page = after(send("/settings/models/feature/bread_letter/two/up", Map.of()));
    assertThat(page.select("#feature-bread_letter summary").text()).endsWith("two, one");
    page = after(send("/settings/models/feature/bread_letter/one/out", Map.of()));
    assertThat(page.select("#feature-bread_letter .order li")).hasSize(1);
    assertThat(page.select("#feature-bread_letter button:contains(Leave out)").hasAttr("disabled"))
        .isTrue();
    assertThat(Files.readString(home.resolve("config/llm.yaml")))
        .containsPattern("bread_letter: ?\\[two]");
    after(send("/settings/models/feature/bread_letter/two/out", Map.of()));
    page = after(send("/settings/models/feature/bread_letter/one/in", Map.of()));
    assertThat(page.select("#feature-bread_letter summary").text()).endsWith("two, one");
    page = after(send("/settings/models/feature/bread_letter", Map.of()));
    assertThat(page.select("#feature-bread_letter summary").text()).endsWith("as above");
    assertThat(send("/settings/models/feature/nothing/one/up", Map.of()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void aModelThatIsNotThereCanBeFetched() throws Exception {
    after(send("/settings/models/save", with(form("mine", "BAD_SETTINGS"), "model", "huge")));
    send(
        "/settings/models/test",
        with(with(form("mine", "BAD_SETTINGS"), "model", "huge"), "old", "mine"));
    Document page = browser.open("/settings/models");
    assertThat(page.select("h3:contains(mine)").text()).contains("Model missing");
    assertThat(page.select("button:contains(Fetch huge)")).hasSize(1);
    after(send("/settings/models/one/mine/pull", Map.of("pull", "huge")));
    world.tenant.run(
        () ->
            assertThat(world.tasks.recent(3))
                .extracting(task -> task.title())
                .contains("Fetch the model huge"));
  }

  @Test
  void modelsAreMeasuredAsATaskAndTheFiguresStay() throws Exception {
    assertThat(browser.open("/settings/models").select("#speeds")).isEmpty();
    after(send("/settings/models/save", form("mine", "say:one two three four")));
    after(send("/settings/models/save", form("bad", "REFUSED")));
    after(send("/settings/models/measure", Map.of()));
    String result = measured();
    assertThat(result).contains("“mine”: first word after", "“bad”: It says REFUSED.");
    Document page = browser.open("/settings/models");
    assertThat(page.select("#speeds tbody tr")).hasSize(1);
    assertThat(page.select("#speeds tbody tr").text()).contains("mine", "small", "ms");
    assertThat(ScriptedModel.asked("say:one two three four")).isEqualTo(3);
    assertThat(browser.open("/settings/models/speeds").select("table")).hasSize(1);
  }

  private String measured() throws Exception {
    return world.tenant.call(
        () ->
            Eventually.get(
                () ->
                    world.tasks.recent(5).stream()
                        .filter(task -> task.type().equals("llm-benchmark"))
                        .filter(task -> !task.result().isEmpty() || !task.error().isEmpty())
                        .map(task -> task.result() + task.error())
                        .findFirst()));
  }

  @Test
  void everyPromptOfAFeatureCanBeReadAndIsWhole() throws Exception {
    Document page = browser.open("/settings/prompts");
    assertThat(page.select("textarea")).hasSize(world.llms.prompts().all().size());
    assertThat(page.select("[aria-invalid]")).isEmpty();
  }

  @Test
  void aModelIsFetchedWhileThePersonGoesOn() throws Exception {
    after(send("/settings/models/save", form("mine", "say:x")));
    Document page = after(send("/settings/models/one/mine/pull", Map.of("pull", "tiny:1b")));
    assertThat(page.select("main").text()).contains("Fetch a model");
    world.tenant.run(
        () ->
            assertThat(world.tasks.recent(3))
                .extracting(task -> task.title())
                .contains("Fetch the model tiny:1b"));
  }

  @Test
  void promptsAreChangedAndPutBack() throws Exception {
    assertThat(browser.open("/settings/prompts").select("#try_question textarea").val())
        .contains("job posting");
    HttpResponse<String> refused =
        send("/settings/prompts/try_question", Map.of("text", "About {{nobody}}"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(refused.body()).select("#try_question-e").text())
        .contains("nothing to put in for {{nobody}}");
    Document page =
        after(send("/settings/prompts/try_question", Map.of("text", "Say hello in my words.")));
    assertThat(page.select("#try_question").text()).contains("Your words");
    Document tried = Jsoup.parse(send("/settings/models/test", form("mine", "said")).body());
    assertThat(tried.select("[role=status]").text()).contains("USER: Say hello in my words.");
    page = after(send("/settings/prompts/try_question/reset", Map.of()));
    assertThat(page.select("#try_question textarea").val()).contains("job posting");
  }

  @Test
  void aMistakeInTheFileIsSaidAndLeftAlone() throws Exception {
    after(send("/settings/models/save", form("mine", "say:x")));
    Path file = home.resolve("config/llm.yaml");
    Files.writeString(file, "backends:\n  mine:\n    tipe: scripted\n");
    Document page = browser.open("/settings/models");
    assertThat(page.select("[role=alert]").text())
        .contains("config/llm.yaml, line 3", "\"tipe\" is not known");
    assertThat(page.select("h3:contains(mine)").text()).contains("On");
    HttpResponse<String> answer = send("/settings/models/save", form("other", "say:x"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Files.readString(file)).contains("tipe");
    assertThat(browser.open("/settings/developer").select("main").text()).contains("llm.yaml");
  }
}
