package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.pipeline.Ending;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Today and the people of an application, without script. */
class TodayPagesTest {

  @TempDir Path home;
  private World world;
  private Browser browser;
  private long quiet;
  private long silent;

  @BeforeEach
  void start() throws Exception {
    world = new World(home, 0, InstantSource.fixed(World.NOW), false);
    browser = new Browser(world.port());
    quiet = applied(1, "Kontor <b>Eins</b>", 8);
    silent = applied(2, "Werft Zwei", 40);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private long applied(int number, String company, int daysAgo) throws Exception {
    return world.as(
        () -> {
          var found =
              new Found(
                  Postings.posting(number, "Engineer " + number, company),
                  "village",
                  OptionalLong.empty(),
                  Optional.empty());
          long job = world.jobs.store(List.of(found)).getFirst().job();
          world.jobs.move(
              List.of(job),
              Stage.APPLIED,
              Optional.empty(),
              World.NOW.minus(Duration.ofDays(daysAgo)));
          return job;
        });
  }

  private Document post(String path, Map<String, String> fields) throws Exception {
    HttpResponse<String> answer = send(path, fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return browser.open(answer.headers().firstValue("Location").orElseThrow().split("#")[0]);
  }

  private HttpResponse<String> send(String path, Map<String, String> fields) throws Exception {
    var all = new LinkedHashMap<String, String>(fields);
    all.put("_token", browser.token());
    return browser.send(path, Browser.encoded(all));
  }

  private Document undo(Document page) throws Exception {
    return post(page.select("#toasts form").attr("action"), Map.of());
  }

  private static List<String> titles(Document page) {
    return page.select("#due .title, #due .strong").eachText();
  }

  @Test
  void whatIsDueStandsThereSmallestFirstWithAWayToDoItAndHomeSaysSo() throws Exception {
    Document page = browser.open("/today");
    assertThat(titles(page))
        .containsExactly(
            "Close the application at Werft Zwei?", "Ask Kontor <b>Eins</b> how it stands");
    assertThat(page.select("#due .lede").text()).startsWith("2 things, about 6 minutes.");
    assertThat(browser.open("/home/today").text())
        .contains("Close the application at Werft Zwei?", "one more is due");
  }

  @Test
  void whatIsDoneIsGoneAndComesBackByUndo() throws Exception {
    Document page = browser.open("/today");
    String key = page.select("#due form[action=/today/done] [name=key]").last().attr("value");
    Document after = post("/today/done", Map.of("key", key));
    assertThat(titles(after)).hasSize(1);
    assertThat(after.select("#did").text()).contains("Ask Kontor <b>Eins</b> how it stands");
    assertThat(titles(undo(after))).hasSize(2);
    assertThat(post("/today/done", Map.of("key", "follow-up:9:9:9")).select("#toasts").text())
        .contains("not due any more");
  }

  @Test
  void whatIsPutOffStandsUnderLater() throws Exception {
    Document page = browser.open("/today");
    String key = page.select("#due form[action=/today/later] [name=key]").last().attr("value");
    Document after = post("/today/later", Map.of("key", key, "until", "week"));
    assertThat(titles(after)).hasSize(1);
    assertThat(after.select("#later").text()).contains("19 March");
    assertThat(titles(post("/today/undo", Map.of("key", key)))).hasSize(2);
  }

  @Test
  void aSilenceIsClosedAsGhostedAndTakenBack() throws Exception {
    Document page = browser.open("/today");
    String key = page.select("form[action=/today/close] [name=key]").attr("value");
    Document after = post("/today/close", Map.of("key", key));
    assertThat(world.as(() -> world.jobs.findById(silent)).orElseThrow().ending())
        .contains(Ending.GHOSTED);
    assertThat(titles(after)).hasSize(1);
    undo(after);
    assertThat(world.as(() -> world.jobs.findById(silent)).orElseThrow().stage())
        .isEqualTo(Stage.APPLIED);
  }

  @Test
  void severalSilencesAreClosedAtOnceAndDoNotBuryTheRest() throws Exception {
    applied(3, "Drei", 50);
    applied(4, "Vier", 60);
    Document page = browser.open("/today");
    assertThat(titles(page))
        .containsExactly(
            "Close the application at Vier?",
            "Ask Kontor <b>Eins</b> how it stands",
            "Close the application at Drei?",
            "Close the application at Werft Zwei?");
    assertThat(page.select("#due").text()).contains("Close all 3");
    Document after = post("/today/close", Map.of("all", "1"));
    assertThat(titles(after)).hasSize(1);
    undo(after);
    assertThat(titles(browser.open("/today"))).hasSize(4);
  }

  @Test
  void oneThingAtATimeCountsQuietlyAndSkips() throws Exception {
    post("/today/note", Map.of("text", "Stretch", "day", "2026-03-12", "minutes", "5"));
    Document page = browser.open("/today/five");
    assertThat(page.select("main h2").text()).isEqualTo("Close the application at Werft Zwei?");
    page = browser.open(page.select("main a:contains(Skip)").attr("href"));
    assertThat(page.select("main h2")).hasSize(1);
    var fields = new LinkedHashMap<String, String>();
    page.select("form[action=/today/done] input")
        .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
    page = post("/today/done", fields);
    assertThat(page.select("main").text())
        .contains("1 thing done, about 5 minutes.", "a good place to stop");
    assertThat(page.select("main h2").text())
        .as("what was skipped stays so")
        .doesNotContain("Werft");
  }

  @Test
  void ownOnesAreNotedChangedAndTakenAway() throws Exception {
    HttpResponse<String> wrong = send("/today/note", Map.of("text", "Call", "day", "soon"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("“soon” is no day", "value=\"Call\"");
    Document page =
        post(
            "/today/note",
            Map.of("text", "Call", "day", "2026-03-12", "minutes", "2", "job", "" + quiet));
    assertThat(page.select("#due").text()).contains("Call", "You noted it");
    String own = page.select("#due form[action^=/today/own]").attr("action");
    page = post(own, Map.of("seen", "1", "text", "Call Ada", "day", "2026-03-20", "minutes", "10"));
    assertThat(page.select("#later").text()).contains("Call Ada", "20 March");
    page = post(own, Map.of("seen", "1", "text", "Call Tom", "day", "2026-03-20", "minutes", "10"));
    assertThat(page.select("#toasts").text()).contains("changed meanwhile");
    page = post(own + "/remove", Map.of());
    assertThat(page.select("#later")).isEmpty();
    assertThat(undo(page).select("#later").text()).contains("Call Ada");
  }

  @Test
  void theCadenceIsSetAndWhatIsNoNumberIsToldInPlace() throws Exception {
    Document page = browser.open("/settings/cadence");
    var fields = new LinkedHashMap<String, String>();
    page.select("main form input[name]")
        .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
    fields.put("follow-up", "10");
    fields.put("ghosted", "400");
    HttpResponse<String> wrong = send("/settings/cadence", fields);
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("“400” is not a whole number from 0 to 365. Try 30.");
    fields.put("ghosted", "50");
    post("/settings/cadence", fields);
    assertThat(titles(browser.open("/today"))).containsExactly("Ask Werft Zwei how it stands");
    assertThat(send("/settings/cadence", fields).statusCode())
        .as("the same page again")
        .isEqualTo(409);
    assertThat(browser.open("/settings").text())
        .contains("Ask after 10 days · suggest to close after 50 days");
  }

  private String people() {
    return "/interviews/" + quiet + "/people";
  }

  @Test
  void aCallIsNotedAndTheirMailIsToBeAnswered() throws Exception {
    HttpResponse<String> wrong =
        send(people() + "/log", Map.of("at", "2027-01-01T10:00", "who", "Jana", "text", "Hello"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("That is still to come", "Hello</textarea>");
    Document page =
        post(
            people() + "/log",
            Map.of(
                "direction",
                "in",
                "channel",
                "mail",
                "at",
                "2026-03-10T10:00",
                "who",
                "Jana <i>Berg",
                "text",
                "When could you start?"));
    assertThat(page.select("#log").text())
        .contains("Mail from Jana <i>Berg", "When could you start?", "10 March, 10:00");
    assertThat(titles(browser.open("/today"))).contains("Answer Jana <i>Berg");
    page = browser.open(people());
    page = post(people() + "/person", Map.of("name", "Jana <i>Berg"));
    assertThat(page.select("aside").text()).contains("Jana <i>Berg", "In touch 2 days ago");
    String entry = page.select("#log form[action*=/log/]").attr("action");
    page = post(entry + "/remove", Map.of());
    assertThat(page.select("#log")).isEmpty();
    assertThat(undo(page).select("#log").text()).contains("Jana");
  }

  @Test
  void theLogOfAnotherApplicationAtTheSameEmployerIsThereToo() throws Exception {
    long other = applied(5, "KONTOR <b>Eins</b> GmbH", 3);
    post(
        "/interviews/" + other + "/people/log",
        Map.of("at", "2026-03-10T10:00", "who", "Tom", "text", "Hello"));
    Document page = browser.open(people());
    assertThat(page.select("#log").text()).contains("Mail from Tom", "About Engineer 5");
    assertThat(page.select("#log form[action*=/log/]").attr("action"))
        .startsWith("/interviews/" + other);
  }

  @Test
  void theSecondWindowKeepsWhatWasTypedThere() throws Exception {
    Document page =
        post(people() + "/person", Map.of("name", "Jana Berg", "mail", "jana@kontor.example"));
    String form = page.select("aside form[action*=/person/]").attr("action");
    post(form, Map.of("seen", "1", "name", "Jana Berg", "role", "Recruiter"));
    HttpResponse<String> second =
        send(form, Map.of("seen", "1", "name", "Jana Berg", "role", "Head of people"));
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("changed meanwhile", "value=\"Head of people\"");
    HttpResponse<String> odd =
        send(form, Map.of("seen", "2", "name", "Jana", "link", "javascript:alert(1)"));
    assertThat(odd.statusCode()).isEqualTo(422);
    assertThat(world.as(() -> world.afterApplying.contacts().people(key())))
        .extracting(each -> each.details().role())
        .containsExactly("Recruiter");
  }

  private String key() {
    return Contacts.company(world.jobs.findById(quiet).orElseThrow());
  }
}
