package dev.peregrine.host.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.RemoteMode;
import dev.peregrine.host.boot.PluginJar;
import dev.peregrine.host.boot.World;
import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.resumes.ResumeJson;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.ResumeContent;
import dev.peregrine.host.tiers.TestIssuer;
import dev.peregrine.host.web.Browser;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jsoup.Connection.KeyVal;
import org.jsoup.Jsoup;
import org.jsoup.helper.HttpConnection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The seven steps as a person goes through them, without script. */
class SetupPagesTest {

  private static final String RESUME =
      """
      {"basics": {"name": "Ada Byron", "label": "Analyst", "email": "ada@example.org",
          "location": {"city": "Ghent"},
          "profiles": [{"network": "Portfolio", "url": "https://ada.example"}]},
       "work": [{"name": "Engine Works", "position": "Senior Analyst", "startDate": "2021", "current": true},
         {"name": "Loom Ltd", "position": "Programmer", "startDate": "2017", "endDate": "2021"}],
       "skills": [{"name": "Difference engines"}]}
      """;

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

  /** The program dies and is started again; the person opens it in another browser. */
  private void startAgain() throws Exception {
    world.close();
    start();
  }

  private static List<KeyVal> fields(Document page, String action) {
    var form = (FormElement) page.select("form[action=" + action + "]").first();
    assertThat(form).as(action + " in " + page.text()).isNotNull();
    return new ArrayList<>(form.formData());
  }

  private static void type(List<KeyVal> fields, String key, String... values) {
    fields.removeIf(field -> field.key().equals(key));
    for (String value : values) {
      fields.add(HttpConnection.KeyVal.create(key, value));
    }
  }

  private HttpResponse<String> send(String path, List<KeyVal> fields) throws Exception {
    return browser.send(
        path,
        fields.stream()
            .map(f -> f.key() + "=" + URLEncoder.encode(f.value(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&")));
  }

  private static String to(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private String post(String path) throws Exception {
    return to(browser.submit(path, Map.of()));
  }

  private static String here(Document page) {
    return page.select(".steps [aria-current=step] .name").text();
  }

  private Map<String, String> states() throws Exception {
    var states = new LinkedHashMap<String, String>();
    browser
        .open("/setup/steps")
        .select(".step-line")
        .forEach(line -> states.put(line.select("a").text(), line.select(".tag").text()));
    return states;
  }

  private void give(String document) throws Exception {
    world.as(
        () ->
            world.resumes.create(
                "Ada",
                new ResumeContent(
                    Resume.Origin.GIVEN,
                    "Ada Byron, Senior Analyst",
                    ResumeJson.write(ResumeJson.read(document).orElseThrow()),
                    "ada.json",
                    Optional.empty(),
                    OptionalLong.empty())));
  }

  @Test
  void theFirstScreenStaysThreeAnswersAndLeadsToTheSteps() throws Exception {
    Document page = browser.open("/");
    assertThat(page.select("h1").text()).isEqualTo("Three answers, then jobs");
    assertThat(page.select(".before a[href^=/settings/backup]")).isNotEmpty();
    assertThat(page.text()).contains("Make it comfortable", "seven steps, and each can wait");
    page = browser.open(page.select("a:contains(step by step)").attr("href"));
    assertThat(page.text()).contains("Step 1 of 7");
    assertThat(here(page)).isEqualTo("This machine");
    assertThat(page.select(".steps li")).hasSize(7);
  }

  @Test
  void eachStepIsKeptAndGoesOnAfterTheProgramWasKilled() throws Exception {
    assertThat(post("/setup/hardware")).isEqualTo("/setup/tier");
    assertThat(here(browser.open("/setup"))).isEqualTo("Tier");
    assertThat(post("/setup/tier")).isEqualTo("/setup/identity");
    List<KeyVal> form = fields(browser.open("/setup/identity"), "/setup/identity");
    type(form, "name", "Ada Byron");
    type(form, "email", "ada@example.org");
    type(form, "link-label-0", "Portfolio");
    type(form, "link-address-0", "https://ada.example");
    assertThat(to(send("/setup/identity", form))).isEqualTo("/setup/resume");

    startAgain();
    Document page = browser.open("/");
    assertThat(here(page)).isEqualTo("Résumé");
    assertThat(page.select(".steps .done .name").eachText())
        .containsExactly("This machine", "Tier", "You");
    page = browser.open("/setup/identity");
    assertThat(page.select("#name").val()).isEqualTo("Ada Byron");
    assertThat(page.select("#link-address-0").val()).isEqualTo("https://ada.example");
    assertThat(browser.open("/profile/person").select("#email").val()).isEqualTo("ada@example.org");
  }

  @Test
  void everyStepCanWaitAndTheProductIsUsefulAllTheSame() throws Exception {
    for (SetupStep step : SetupStep.values()) {
      post("/setup/later/" + step.key());
    }
    assertThat(states().values()).containsOnly("Left for later");
    Document home = browser.open("/");
    assertThat(home.select("h1").text()).isEqualTo("Good morning");
    assertThat(home.select("#setup-line")).isEmpty();
    assertThat(here(browser.open("/setup"))).isEqualTo("This machine");
    assertThat(browser.open(home.select("#next").attr("href")).select("h1").text())
        .isEqualTo("Three answers, then jobs");
  }

  @Test
  void homeSaysInOneLineHowFarItIsAndCanBeToldToStop() throws Exception {
    world.as(
        () -> {
          world.profiles.save(SearchProfile.of("Baker", List.of("Baker"), List.of()));
          return true;
        });
    post("/setup/hardware");
    Document home = browser.open("/");
    assertThat(home.select("#setup-line").text()).startsWith("Setup: 2 of 7. Go on");
    browser.submit("/setup/rest", Map.of());
    home = browser.open("/");
    assertThat(home.select("#setup-line")).isEmpty();
    String undo = home.select(".toast form").attr("action");
    browser.submit(undo, Map.of());
    assertThat(browser.open("/").select("#setup-line").text()).startsWith("Setup: 2 of 7");
  }

  @Test
  void settingsLeadBackToEachStepAndAChangeEndsWhereItBegan() throws Exception {
    for (SetupStep step : SetupStep.values()) {
      post("/setup/later/" + step.key());
    }
    Document settings = browser.open("/settings");
    assertThat(settings.select(".setline:contains(Setup, step by step)").text())
        .contains("0 of 7 done, 7 left for later.");
    assertThat(settings.select("a[href=/setup/steps]")).isNotEmpty();
    assertThat(post("/setup/integrations")).isEqualTo("/setup/steps");
    assertThat(states()).containsEntry("7. Integrations", "Done");
    assertThat(post("/setup/later/integrations")).isEqualTo("/setup/steps");
    assertThat(states()).containsEntry("7. Integrations", "Done");
  }

  @Test
  void whatIsDoneElsewhereNeedNotBeDoneAgain() throws Exception {
    give(RESUME);
    assertThat(states()).containsEntry("4. Résumé", "Done").containsEntry("3. You", "Open");
    post("/setup/hardware");
    post("/setup/tier");
    assertThat(post("/setup/later/identity")).isEqualTo("/setup/inference");
    post("/setup/again");
    assertThat(states().values()).containsOnly("Open");
    assertThat(world.as(() -> world.resumes.current())).isPresent();
  }

  @Test
  void aResumeFillsInWhoThePersonIsWithoutOverwriting() throws Exception {
    List<KeyVal> form = fields(browser.open("/setup/identity"), "/setup/identity");
    type(form, "name", "Countess of Lovelace");
    send("/setup/identity", form);
    give(RESUME);
    Document page = browser.open("/setup/identity");
    assertThat(page.text()).contains("Filled in from your résumé");
    assertThat(page.select("#name").val()).isEqualTo("Countess of Lovelace");
    assertThat(page.select("#email").val()).isEqualTo("ada@example.org");
    assertThat(page.select("#link-address-0").val()).isEqualTo("https://ada.example");
    send("/setup/identity", fields(page, "/setup/identity"));
    assertThat(browser.open("/setup/identity").text()).doesNotContain("Filled in from");
  }

  @Test
  void aFieldThatIsWrongIsSaidWhereItIsAndNothingIsKept() throws Exception {
    List<KeyVal> form = fields(browser.open("/setup/identity"), "/setup/identity");
    var nothing = send("/setup/identity", form);
    assertThat(nothing.statusCode()).isEqualTo(422);
    type(form, "name", "Ada");
    type(form, "email", "ada at example");
    var wrong = send("/setup/identity", form);
    assertThat(wrong.statusCode()).isEqualTo(422);
    Document page = Jsoup.parse(wrong.body());
    assertThat(page.select("#email-e").text()).contains("“ada at example” is no e-mail address");
    assertThat(page.select("#name").val()).isEqualTo("Ada");
    assertThat(states()).containsEntry("3. You", "Open");
  }

  @Test
  void ofTwoTabsTheSecondIsToldAndLosesNothing() throws Exception {
    List<KeyVal> first = fields(browser.open("/setup/identity"), "/setup/identity");
    List<KeyVal> second = fields(browser.open("/setup/identity"), "/setup/identity");
    type(first, "name", "Ada Byron");
    type(second, "name", "Ada Lovelace");
    to(send("/setup/identity", first));
    var told = send("/setup/identity", second);
    assertThat(told.statusCode()).isEqualTo(409);
    Document page = Jsoup.parse(told.body());
    assertThat(page.select("[role=alert]").text()).contains("Another window", "Name: Ada Byron");
    assertThat(page.select("#name").val()).isEqualTo("Ada Lovelace");
    to(send("/setup/identity", fields(page, "/setup/identity")));
    assertThat(browser.open("/setup/identity").select("#name").val()).isEqualTo("Ada Lovelace");
  }

  @Test
  void aResumeIsStoredAsSoonAsItIsReadAndStillThereAfterAReload() throws Exception {
    var nothing = browser.submit("/setup/resume/file", Map.of());
    assertThat(nothing.statusCode()).isEqualTo(422);
    assertThat(browser.submit("/setup/resume", Map.of()).statusCode()).isEqualTo(422);
    String text =
        """
        Ada Byron
        ada@example.org

        Experience
        Senior Analyst, Engine Works
        2021 – present
        • Wrote the first program

        Skills
        Difference engines, tables
        """;
    assertThat(to(browser.submit("/setup/resume/file", Map.of("pasted", text))))
        .isEqualTo("/setup/resume");
    startAgain();
    Document page = browser.open("/setup/resume");
    assertThat(page.select("#got-h").text()).startsWith("Ada Byron");
    assertThat(page.select(".spec").text())
        .contains("Senior Analyst, Engine Works, 2021 – today", "Difference engines");
    assertThat(states()).containsEntry("4. Résumé", "Done");
    assertThat(post("/setup/resume")).isEqualTo("/setup/inference");
    assertThat(browser.open("/setup/identity").select("#email").val()).isEqualTo("ada@example.org");
  }

  @Test
  void whoWritesTheirResumeByHandFindsTheWayBack() throws Exception {
    Document page = browser.open("/setup/resume");
    String byHand = page.select("a:contains(Write it here)").attr("href");
    assertThat(browser.open(byHand).select("a[href=/setup/resume]").text()).contains("Setup");
    assertThat(new Browser(world.port()).open(byHand).select("a[href=/setup/resume]")).isEmpty();
  }

  @Test
  void nobodyDeclaresTheirTier() throws Exception {
    TestIssuer.trust(world.tenant.config(), "http://localhost:1");
    Document page = browser.open("/setup/tier");
    assertThat(page.select("h1").text()).isEqualTo("You have Free");
    assertThat(page.select(".tier").eachText())
        .anySatisfy(line -> assertThat(line).startsWith("Paid").contains("Company research"))
        .anySatisfy(line -> assertThat(line).startsWith("Ultra").contains("Nothing more yet"));
    browser.submit("/setup/tier", Map.of("tier", "premium"));
    assertThat(browser.open("/setup/tier").select("h1").text()).isEqualTo("You have Free");

    var wrong = browser.submit("/setup/tier", Map.of("key", "CFG-1"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    page = Jsoup.parse(wrong.body());
    assertThat(page.select("#key").val()).isEqualTo("CFG-1");
    assertThat(page.select("#key-s").text()).contains("\"CFG-1\"");

    TestIssuer.store(world.tenant.config(), "paid", World.MACHINE, World.NOW);
    assertThat(browser.open("/setup/tier").select("h1").text()).isEqualTo("You have Paid");
  }

  @Test
  void titlesAndPlacesAreChipsThatWorkWithoutScript() throws Exception {
    give(RESUME);
    Document page = browser.open("/setup/search");
    assertThat(page.select("#titles label").eachText())
        .containsExactly("Senior Analyst", "Programmer", "Analyst");
    assertThat(page.select("#titles input[checked]")).isEmpty();
    List<KeyVal> form = fields(page, "/setup/search");
    type(form, "title", "Senior Analyst");
    type(form, "more-titles", "Statistician, Actuary");
    type(form, "more-places", "Ghent; Bruges, Belgium");
    page = Jsoup.parse(send("/setup/search/draft", form).body());
    assertThat(page.select("#titles input[checked]").eachAttr("value"))
        .containsExactly("Senior Analyst", "Statistician", "Actuary");
    assertThat(page.select("#places input[checked]").eachAttr("value"))
        .containsExactly("Ghent", "Bruges, Belgium");
    assertThat(world.as(() -> world.profiles.all())).isEmpty();

    form = fields(page, "/setup/search");
    type(form, "title", "Senior Analyst", "Actuary");
    type(form, "mode", "remote");
    type(form, "pay", "60,000");
    type(form, "currency", "eur");
    assertThat(to(send("/setup/search", form))).isEqualTo("/setup/integrations");
    SearchProfile saved = world.as(() -> world.profiles.all().getFirst());
    assertThat(saved.name()).isEqualTo("Senior Analyst, remote");
    assertThat(saved.titles()).containsExactly("Senior Analyst", "Actuary");
    assertThat(saved.locations()).containsExactly("Ghent", "Bruges, Belgium");
    assertThat(saved.remote()).containsExactly(RemoteMode.REMOTE);
    assertThat(saved.minPay().orElseThrow().annual()).isEqualByComparingTo("60000");
    assertThat(saved.boards()).isEmpty();
  }

  @Test
  void aSearchThatWasThereIsChangedAndKeepsWhatIsNotAsked() throws Exception {
    world.as(
        () -> {
          world.profiles.save(
              SearchProfile.of("Baking", List.of("Baker"), List.of("Lyon"))
                  .withCountry(Optional.of("FR"))
                  .withBoards(List.of("wall")));
          return true;
        });
    Document page = browser.open("/setup/search");
    assertThat(page.text()).contains("Your search “Baking”");
    List<KeyVal> form = fields(page, "/setup/search");
    List<KeyVal> other = fields(page, "/setup/search");
    type(form, "more-titles", "Pastry chef");
    to(send("/setup/search", form));
    SearchProfile saved = world.as(() -> world.profiles.all().getFirst());
    assertThat(saved.titles()).containsExactly("Baker", "Pastry chef");
    assertThat(saved.country()).contains("FR");
    assertThat(saved.boards()).containsExactly("wall");

    type(other, "more-titles", "Miller");
    var told = send("/setup/search", other);
    assertThat(told.statusCode()).isEqualTo(409);
    page = Jsoup.parse(told.body());
    assertThat(page.select("[role=alert]").text()).contains("changed meanwhile");
    assertThat(page.select("#titles input[checked]").eachAttr("value"))
        .containsExactly("Baker", "Miller");
  }

  @Test
  void aSearchWithoutAnythingOrWithOddMoneyIsAskedAgain() throws Exception {
    List<KeyVal> form = fields(browser.open("/setup/search"), "/setup/search");
    type(form, "pay", "plenty");
    type(form, "board");
    var wrong = send("/setup/search", form);
    assertThat(wrong.statusCode()).isEqualTo(422);
    Document page = Jsoup.parse(wrong.body());
    assertThat(page.text())
        .contains("every job of the world fits", "“plenty EUR” is no amount", "at least one board");
    assertThat(page.select("#pay").val()).isEqualTo("plenty");
    assertThat(home.resolve("config/search_profiles.yaml")).doesNotExist();
  }

  @Test
  void integrationsThatAreInstalledAreConnectedByTheirOwnForms() throws Exception {
    assertThat(browser.open("/setup/integrations").text()).contains("None is installed");
    Path jar = world.dropFolder.resolve("integration-gong-1.0.jar");
    Files.createDirectories(world.dropFolder);
    PluginJar.write(
        jar,
        Map.of(
            "Plugin-Id", "integration-gong",
            "Plugin-Version", "1.0",
            "Plugin-Requires", "0.1",
            "Automatic-Module-Name", "integration.gong"),
        "dev.peregrine.api.integration.Integration",
        "gong.Gong",
        """
        package gong;

        import dev.peregrine.api.*;
        import dev.peregrine.api.integration.*;

        public final class Gong implements Notifier {
          @Override public IntegrationDescriptor.ForNotifier descriptor() {
            return IntegrationDescriptor.ForNotifier.of(About.of("gong", "Gong", "It sounds a gong.")
                .withSettings(new SettingSpec.Secret("token", "Token", "", true)));
          }
          @Override public String test(IntegrationContext context) { return "Gong."; }
          @Override public void send(Notice notice, IntegrationContext context) {}
        }
        """);
    world.plugins.rescan();
    Document page = browser.open("/setup/integrations");
    assertThat(page.select(".plug").text()).contains("integration-gong", "Look at it");
    world.as(
        () -> {
          world.plugins.switchOn("integration-gong");
          return true;
        });
    page = browser.open("/setup/integrations");
    assertThat(page.select(".plug").text()).contains("Gong", "It sounds a gong.", "Connect");
    String form = page.select(".plug a").attr("href");
    assertThat(browser.open(form).select("h1").text()).isEqualTo("Gong");
    assertThat(browser.submit(form, Map.of("token", "t")).statusCode()).isEqualTo(303);
    assertThat(browser.open("/setup/integrations").select(".plug").text())
        .contains("Connected", "Gong.", "Change");
  }

  @Test
  void theMachineIsSaidAsDoctorSaysIt() throws Exception {
    Document page = browser.open("/setup/hardware");
    if (page.select("#profile").isEmpty()) {
      assertThat(page.select("[role=status]").text()).contains("ten seconds");
      return;
    }
    assertThat(page.select("#profile").text()).isIn("remote", "cpu", "single-gpu", "dual-gpu");
    assertThat(page.select(".machine dt").eachText()).contains("Memory", "Ollama", "Ports");
    assertThat(post("/setup/hardware/again")).isEqualTo("/setup/hardware");
  }

  @Test
  void theQuickWayCountsAsItsSteps() throws Exception {
    assertThat(
            to(
                browser.submit(
                    "/setup", Map.of("what", "Baker", "where", "Lyon", "pasted", "I bake."))))
        .isEqualTo("/");
    assertThat(states()).containsEntry("4. Résumé", "Done").containsEntry("6. Search", "Done");
    assertThat(here(browser.open("/setup"))).isEqualTo("This machine");
    assertThat(browser.open("/setup/quick").select("h1").text())
        .isEqualTo("Three answers, then jobs");
  }

  /** A model that answers, as a plugin that was put there. */
  private void installModel() throws Exception {
    Files.createDirectories(world.dropFolder);
    PluginJar.write(
        world.dropFolder.resolve("llm-parrot-1.0.jar"),
        Map.of(
            "Plugin-Id", "llm-parrot",
            "Plugin-Version", "1.0",
            "Plugin-Requires", "0.1",
            "Automatic-Module-Name", "llm.parrot"),
        "dev.peregrine.api.llm.LlmBackend",
        "parrot.Parrot",
        """
        package parrot;

        import dev.peregrine.api.*;
        import dev.peregrine.api.llm.*;
        import java.util.*;
        import java.util.function.Consumer;

        public final class Parrot implements LlmBackend {
          @Override public LlmDescriptor descriptor() {
            return LlmDescriptor.of(About.of("parrot", "Parrot", "It repeats.").withSettings(
                new SettingSpec.Address("base-url", "Server address", "Where it sits.", false, Optional.of("http://127.0.0.1:9")),
                new SettingSpec.Secret("api-key", "Key", "From the pet shop.", true)), LlmDescriptor.Where.AT_ADDRESS);
          }
          @Override public Health probe(LlmContext context) { return Health.ready("Awake."); }
          @Override public List<Model> models(LlmContext context) { return List.of(Model.of("grey-7b")); }
          @Override public Completion complete(CompletionRequest request, LlmContext context, Consumer<String> tokens)
              throws ExtensionException {
            if (!context.settings().secret("api-key").equals(Optional.of("seed"))) {
              throw new ExtensionException(ExtensionException.Kind.REFUSED, "It does not like that key.");
            }
            tokens.accept("Look at the pay.");
            return Completion.of("Look at the pay.", "grey-7b");
          }
        }
        """);
    world.plugins.rescan();
    world.as(
        () -> {
          world.plugins.switchOn("llm-parrot");
          return true;
        });
  }

  @Test
  void aModelIsSetUpAndAskedARealQuestionInItsStep() throws Exception {
    assertThat(browser.open("/setup/inference").select(".step-acts .primary").text())
        .isEqualTo("Go on without");
    installModel();
    Document page = browser.open("/setup/inference");
    page = browser.open(page.select("a:contains(Parrot)").attr("href"));
    assertThat(page.select("#f-base-url").val()).isEqualTo("http://127.0.0.1:9");
    List<KeyVal> form = fields(page, "/setup/inference/add");
    var missing = send("/setup/inference/add", form);
    assertThat(missing.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(missing.body()).select("#f-api-key-e").text()).contains("Key");
    type(form, "api-key", "seed");
    assertThat(to(send("/setup/inference/add", form))).isEqualTo("/setup/inference");
    assertThat(Files.readString(home.resolve("config/llm.yaml")))
        .contains("parrot")
        .doesNotContain("seed");

    page = Jsoup.parse(browser.submit("/setup/inference/ask", Map.of("name", "parrot")).body());
    assertThat(page.select("[role=status].positive").text())
        .contains("grey-7b answered. First words after", "Look at the pay.");
    assertThat(page.select(".step-acts .primary").text()).isEqualTo("Go on");
    assertThat(post("/setup/inference")).isEqualTo("/setup/search");
    assertThat(states()).containsEntry("5. Language model", "Done");
  }

  @Test
  void whatWouldLeaveTheNetworkWantsAYesAndAKeyIsNeverShownAgain() throws Exception {
    installModel();
    List<KeyVal> form =
        fields(browser.open("/setup/inference?kind=parrot"), "/setup/inference/add");
    type(form, "base-url", "https://models.example");
    type(form, "api-key", "s3cret-of-ada");
    var refused = send("/setup/inference/add", form);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).doesNotContain("s3cret-of-ada");
    Document page = Jsoup.parse(refused.body());
    assertThat(page.select("#add [role=alert]").text()).contains("leaves your network");
    assertThat(page.select("#f-base-url").val()).isEqualTo("https://models.example");
    type(form, "agreed", "yes");
    to(send("/setup/inference/add", form));
    page = browser.open("/setup/inference");
    assertThat(page.select(".plug").text()).contains("parrot", "Leaves your network");
    page = Jsoup.parse(browser.submit("/setup/inference/ask", Map.of("name", "parrot")).body());
    assertThat(page.select("[role=status].caution").text()).contains("does not like that key");
  }

  @Test
  void onlyAServerThatWasFoundIsAdopted() throws Exception {
    installModel();
    browser.submit(
        "/setup/inference/adopt", Map.of("type", "parrot", "at", "http://169.254.169.254"));
    assertThat(home.resolve("config/llm.yaml")).doesNotExist();
  }

  @Test
  void setupSpeaksGerman() throws Exception {
    browser.submit("/language", Map.of("language", "de", "back", "/setup/steps"));
    Document page = browser.open("/setup/steps");
    assertThat(page.select("html").attr("lang")).isEqualTo("de");
    assertThat(page.select("h1").text()).isEqualTo("Einrichtung");
    assertThat(page.select(".step-line").text()).contains("Sprachmodell", "Offen");
  }
}
