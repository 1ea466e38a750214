package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.llm.Eventually;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.research.Research;
import dev.peregrine.host.research.Web;
import dev.peregrine.host.tasks.TaskState;
import dev.peregrine.host.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads of an employer, without script. */
class BriefPagesTest {

  @TempDir Path home;
  private World world;
  private Browser browser;
  private Web web;
  private long job;
  private String name;

  @BeforeEach
  void start() throws Exception {
    web = new Web();
    world = new World(home, 0, InstantSource.fixed(World.NOW));
    browser = new Browser(world.port());
    Files.writeString(home.resolve("config/services.yaml"), "searxng: " + web.address() + "\n");
    job = world.seed().getFirst();
    name = world.as(() -> world.jobs.findById(job).orElseThrow().posting().company().orElseThrow());
    web.hit(
        "competitors",
        "https://press.example/rivals",
        "Who else",
        name + " competes with two other companies, its main competitors in Europe.",
        "");
    web.hit(
        '"' + name.split(" ")[0],
        "https://press.example/new",
        name + " opens an office in Gdansk",
        name + " has opened an office with 60 employees.",
        "2026-10-28");
  }

  @AfterEach
  void stop() {
    world.close();
    web.close();
  }

  private Document send(String path, Map<String, String> fields) throws Exception {
    var all = new LinkedHashMap<String, String>(fields);
    all.put("_token", browser.token());
    HttpResponse<String> answer = browser.send(path, Browser.encoded(all));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    waitForIt();
    return browser.open(answer.headers().firstValue("Location").orElseThrow());
  }

  private void waitForIt() {
    Eventually.so(
        () -> {
          try {
            return world.as(
                () -> world.tasks.active().stream().noneMatch(t -> t.type().equals(Research.TASK)));
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void beforeALookUpTheTabSaysWhatItWouldDo() throws Exception {
    Document tab = browser.open("/interviews/" + job + "/brief");
    assertThat(tab.select("main").text())
        .contains("Nothing was read about " + name + " yet", "No model is needed.");
    assertThat(tab.select("#brief button.primary").text()).isEqualTo("Look it up");
  }

  @Test
  void whatWasFoundIsReadWithTheNumbersOfItsSources() throws Exception {
    browser.open("/interviews/" + job + "/brief");
    Document tab =
        send(
            browser.open("/interviews/" + job + "/brief").select("#brief form").attr("action"),
            Map.of("job", Long.toString(job)));

    assertThat(tab.location()).endsWith("/interviews/" + job + "/brief");
    assertThat(tab.select("section.told:contains(Competitors) li").text())
        .contains("its main competitors in Europe.");
    String number =
        tab.select("section.told:contains(Competitors) .refs a").attr("href").substring(1);
    assertThat(tab.select("#" + number).text()).contains("Who else", "press.example");
    assertThat(tab.select("section.told:contains(Recent) li").text())
        .contains("opens an office in Gdansk (28 October)");
    assertThat(tab.select("section.told:contains(Red flags)").text())
        .contains("That does not mean that there are none.");
    assertThat(tab.select("main").text()).contains("Looked up on the web");
    assertThat(tab.select(".origins a").eachAttr("rel"))
        .allMatch(rel -> rel.contains("noreferrer"));

    Document companies = browser.open("/companies");
    assertThat(companies.select("main ul a").text()).isEqualTo(name);
    Document company = browser.open(companies.select("main ul a").attr("href"));
    assertThat(company.select("main").text()).contains("Its jobs");
    assertThat(browser.get("/companies/nobody-here").statusCode()).isEqualTo(404);
  }

  @Test
  void oneHeadingIsLookedUpAgainAndTheEarlierVersionIsThere() throws Exception {
    String look =
        browser.open("/interviews/" + job + "/brief").select("#brief form").attr("action");
    send(look, Map.of());
    Document company = send(look, Map.of("heading", "competitors"));

    assertThat(company.select(".versions li").eachText())
        .hasSize(2)
        .first()
        .asString()
        .contains("Only Competitors", "Shown");
    Document earlier = browser.open(company.select(".versions a").attr("href"));
    assertThat(earlier.select("main").text()).contains("This is an earlier version.");
    assertThat(earlier.select("#brief form")).isEmpty();
  }

  @Test
  void aSearchThatIsNotThereIsSaidWithWhatToDo() throws Exception {
    Files.writeString(home.resolve("config/services.yaml"), "searxng: http://127.0.0.1:1\n");
    Document tab =
        send(
            browser.open("/interviews/" + job + "/brief").select("#brief form").attr("action"),
            Map.of("job", Long.toString(job)));
    assertThat(tab.select("main").text())
        .contains(
            "from its posting only",
            "SearXNG at 127.0.0.1:1 takes no connection. Start it, or set its address.");
  }

  @Test
  void thePersonSaysWhichCompanyIsMeant() throws Exception {
    Document tab = browser.open("/interviews/" + job + "/brief");
    String meant = tab.select("form[action$=meant]").attr("action");
    Document after =
        send(meant, Map.of("job", Long.toString(job), "name", name, "site", "nowhere at all"));
    assertThat(after.select(".toast").text()).contains("is no address");
    after =
        send(
            meant,
            Map.of("job", Long.toString(job), "name", "Another Name", "site", "another.example"));
    assertThat(after.select("#br-name").val()).isEqualTo("Another Name");
    assertThat(after.select("#br-site").val()).isEqualTo("https://another.example");
    assertThat(web.queries()).anyMatch(query -> query.startsWith("\"Another Name\""));
  }

  @Test
  void aCompanyIsLookedUpByItsName() throws Exception {
    browser.open("/companies");
    Document company = send("/companies", Map.of("name", "Sortwerk AG"));
    assertThat(company.select("h1").text()).isEqualTo("Sortwerk AG");
    var all = new LinkedHashMap<String, String>();
    all.put("name", "None");
    all.put("_token", browser.token());
    assertThat(browser.send("/companies", Browser.encoded(all)).body())
        .contains("“None” cannot be looked up as a company");
  }

  private HttpResponse<String> settings(String path, Map<String, String> fields) throws Exception {
    browser.open("/settings/research");
    var all = new LinkedHashMap<String, String>(fields);
    all.put("_token", browser.token());
    return browser.send("/settings/research" + path, Browser.encoded(all));
  }

  @Test
  void theSearchIsTriedBeforeItIsKept() throws Exception {
    web.hit("falcon", "https://falcon.example/", "Falcons", "A bird.", "");
    assertThat(settings("/try", Map.of("address", web.address().toString(), "web", "yes")).body())
        .contains("It works: 1 page found. These engines did not answer: google: captcha");
    web.search = Web.Search.HTML_ONLY;
    assertThat(settings("/try", Map.of("address", web.address().toString())).body())
        .contains("Its JSON format is off");
    web.search = Web.Search.GARBAGE;
    assertThat(settings("/try", Map.of("address", web.address().toString())).body())
        .contains("is no SearXNG");
    web.search = Web.Search.LIMITED;
    assertThat(settings("/try", Map.of("address", web.address().toString())).body())
        .contains("Switch its limiter off");
    assertThat(settings("/try", Map.of("address", "http://127.0.0.1:1")).body())
        .contains("takes no connection. Start SearXNG");
    assertThat(settings("/try", Map.of("address", "nowhere")).statusCode()).isEqualTo(422);
    assertThat(Files.readString(home.resolve("config/services.yaml")))
        .as("a trial keeps nothing")
        .contains(web.address().toString());
  }

  @Test
  void whatIsChosenIsKeptAndTheKeyIsSealed() throws Exception {
    HttpResponse<String> saved =
        settings(
            "",
            Map.of(
                "address",
                "http://127.0.0.1:9999",
                "engines",
                "brave, mojeek",
                "soon",
                "yes",
                "contact",
                "ada@example.org",
                "key",
                "k3y-of-mine"));
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
    Document page = browser.open("/settings/research");
    assertThat(page.select("#address").val()).isEqualTo("http://127.0.0.1:9999");
    assertThat(page.select("#engines").text().split("\\s+")).containsExactly("brave", "mojeek");
    assertThat(page.select("[name=web]").hasAttr("checked")).isFalse();
    assertThat(page.select("#key").attr("placeholder")).contains("Stored");
    assertThat(page.html()).doesNotContain("k3y-of-mine");
    assertThat(Files.readString(home.resolve("config/research.yaml")))
        .contains("ada@example.org")
        .doesNotContain("k3y-of-mine");
    assertThat(settings("", Map.of("contact", "nobody")).body()).contains("is no mail address");
    assertThat(browser.open("/settings").select(".setline:contains(Company research)").text())
        .contains("Only postings are read.");
    settings("/forget-key", Map.of());
    assertThat(browser.open("/settings/research").select("#key").attr("placeholder")).isEmpty();
  }

  @Test
  void gettingToThePhoneScreenLooksTheCompanyUp() throws Exception {
    world.as(
        () -> {
          world.jobs.move(List.of(job), Stage.PHONE_SCREEN, Optional.empty());
          return 0;
        });
    waitForIt();
    assertThat(world.as(() -> world.tasks.recent(3)))
        .anyMatch(task -> task.type().equals(Research.TASK) && task.state() == TaskState.COMPLETED);
    assertThat(browser.open("/interviews/" + job + "/brief").select("section.told")).isNotEmpty();
  }
}
