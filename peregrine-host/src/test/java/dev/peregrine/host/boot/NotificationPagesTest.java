package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.reminders.Reminders;
import dev.peregrine.host.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads and sets of what they are told outside of Peregrine. */
class NotificationPagesTest {

  private static final String HERE = "/settings/notifications";
  private static final String BELL = "integration/bell";

  @TempDir Path home;
  // Thursday, 12 March 2026, 09:41 in Berlin.
  private volatile Instant now = World.NOW;
  private final InstantSource clock = () -> now;
  private World world;
  private Browser browser;
  private Path rung;

  @BeforeEach
  void start() throws Exception {
    NotifierJar.write(home.resolve("shipped/integration-bell.jar"));
    world = new World(home, 0, clock);
    browser = new Browser(world.port());
    rung = home.resolve("rung.txt");
    world.tenant.run(world.connecting.noticing()::start);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void connect() throws Exception {
    world.as(() -> world.connecting.integrations().connect(BELL, Map.of("file", rung.toString())));
    tick();
  }

  private void tick() {
    world.tenant.run(world.connecting.noticing()::tick);
  }

  private Document after(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return browser.open(answer.headers().firstValue("Location").orElseThrow());
  }

  /** The form as it stands, with something else typed. */
  private Map<String, String> form(Document page, Map<String, String> typed) {
    var fields = new LinkedHashMap<String, String>();
    Element form = page.select("form:has([name=seen])").first();
    for (Element field : form.select("input[type=hidden], input[type=number], input[type=time]")) {
      fields.put(field.attr("name"), field.attr("value"));
    }
    form.select("[name=address]").forEach(f -> fields.put("address", f.attr("value")));
    form.select("input[type=checkbox][checked]")
        .forEach(f -> fields.put(f.attr("name"), f.attr("value")));
    form.select("select")
        .forEach(f -> fields.put(f.attr("name"), f.select("[selected]").attr("value")));
    fields.remove("_token");
    typed.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            fields.remove(name);
          } else {
            fields.put(name, value);
          }
        });
    return fields;
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it came in time").isLessThan(end);
      Thread.sleep(10);
    }
  }

  private List<String> rung() {
    try {
      return Files.exists(rung) ? Files.readAllLines(rung) : List.of();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String file() throws Exception {
    return Files.readString(home.resolve("config/notifications.yaml"));
  }

  private void remind(String what) throws Exception {
    Reminders reminders = world.afterApplying.reminders();
    world.as(
        () ->
            reminders
                .own()
                .add(java.util.OptionalLong.empty(), what, LocalDate.of(2026, 3, 12), 5));
  }

  @Test
  void withoutAnythingConnectedItSaysSoAndLeadsThere() throws Exception {
    Document page = browser.open(HERE);

    assertThat(page.select("#where").text()).contains("Nothing is connected yet");
    assertThat(page.select("#where a").attr("href")).isEqualTo("/settings/integrations");
    assertThat(page.select(".noticerules summary").eachText())
        .hasSize(6)
        .first()
        .isEqualTo("New jobs from 70 % · at once · nowhere yet");
    assertThat(browser.open("/settings").text()).contains("Nothing is told outside of Peregrine");
  }

  @Test
  void whatIsDueIsToldOnceWhereItIsConnected() throws Exception {
    connect();
    remind("Call the registry");
    tick();
    await(() -> rung().size() == 1);
    assertThat(rung().getFirst()).startsWith("reminder_due Call the registry");

    tick();
    Document page = browser.open(HERE);
    assertThat(page.select("#told li").eachText())
        .containsExactly("Call the registry Bell, today, 09:41");
    assertThat(page.select("#where li").text()).contains("Bell Told last today, 09:41.");
    assertThat(rung()).hasSize(1);
  }

  @Test
  void theRulesAreSavedAndHold() throws Exception {
    connect();
    Document page =
        after(
            browser.submit(
                HERE,
                form(
                    browser.open(HERE),
                    Map.of(
                        "postings_found-score", "85",
                        "task_failed-on", "",
                        "reminder_due-pace", "daily",
                        "reminder_due-at", "18:30",
                        "quiet", "",
                        "most", "3",
                        "address", "https://peregrine.example.org"))));

    assertThat(page.select(".noticerules summary").eachText())
        .contains(
            "New jobs from 85 % · at once · Bell",
            "Something failed Off", "Something is due daily at 18:30 · Bell");
    assertThat(file())
        .contains(
            "reminder_due: {tell: true, priority: low, when: \"daily at 18:30\", targets: all}",
            "quiet_hours: off",
            "flood: {most: 3, minutes: 10}",
            "address: \"https://peregrine.example.org\"");

    remind("Call the registry");
    tick();
    assertThat(browser.open(HERE).select("#told").text())
        .contains("Told later Call the registry today, 18:30");
    now = now.plus(Duration.ofHours(9));
    tick();
    await(() -> rung().size() == 1);
  }

  @Test
  void whatWasTypedWrongIsQuotedAndNothingIsSaved() throws Exception {
    HttpResponse<String> answer =
        browser.submit(HERE, form(browser.open(HERE), Map.of("postings_found-score", "170")));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("170", "expected a whole number from 0 to 100");
    assertThat(home.resolve("config/notifications.yaml")).doesNotExist();

    assertThat(browser.submit(HERE, form(browser.open(HERE), Map.of("address", "nowhere"))).body())
        .contains("is no address");
  }

  @Test
  void aFileThatCannotBeReadHoldsNothingElseUpAndIsNamed() throws Exception {
    Files.writeString(home.resolve("config/notifications.yaml"), "postings_found: {score: 500}");
    tick();

    assertThat(browser.get(HERE).body()).contains("notifications.yaml", "0 to 100");
    Files.delete(home.resolve("config/notifications.yaml"));
    assertThat(browser.get(HERE).statusCode()).isEqualTo(200);
  }

  @Test
  void aSecondWindowDoesNotOverwriteTheFirst() throws Exception {
    Map<String, String> old = form(browser.open(HERE), Map.of("most", "7"));
    after(browser.submit(HERE, form(browser.open(HERE), Map.of("most", "3"))));

    assertThat(browser.submit(HERE, old).statusCode()).isEqualTo(409);
    assertThat(file()).contains("most: 3");
  }

  @Test
  void aTestIsSentAtOnceAndSaysHowItWent() throws Exception {
    connect();
    HttpResponse<String> answer = browser.submit(HERE + "/test", Map.of("target", BELL));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(rung())
        .containsExactly("test A test by Peregrine If you read this, notices arrive here.");

    Files.createFile(home.resolve("torn"));
    answer = browser.submit(HERE + "/test", Map.of("target", BELL));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Bell did not take the test. The rope is torn.");
  }

  @Test
  void aTargetThatFailsIsShownAndTriedAgainWhenThePersonSaysSo() throws Exception {
    connect();
    Files.createFile(home.resolve("torn"));
    remind("Call the registry");
    tick();
    await(() -> !world.tenant.calling(world.connecting.noticing().outbox()::troubles).isEmpty());

    Document page = browser.open(HERE);
    assertThat(page.select("#where li").text())
        .contains("Does not arrive", "The rope is torn. It is paused until you try again.")
        .contains("1 notice waits.");
    assertThat(browser.open("/settings").text()).contains("1 does not take notices");
    assertThat(world.as(() -> world.connecting.integrations().doings(BELL)))
        .singleElement()
        .satisfies(
            doing -> {
              assertThat(doing.trouble()).isTrue();
              assertThat(doing.text()).isEqualTo("Paused until you try again, 1 notice waits");
            });

    Files.delete(home.resolve("torn"));
    after(browser.submit(HERE + "/again", Map.of("target", BELL)));
    await(() -> rung().size() == 1);
    assertThat(world.as(() -> world.connecting.integrations().doings(BELL)).getFirst().text())
        .isEqualTo("1 notice in the last week");
  }

  @Test
  void whatWaitsCanBeDroppedAndTakenBack() throws Exception {
    connect();
    Files.createFile(home.resolve("torn"));
    remind("Call the registry");
    tick();
    await(() -> !world.tenant.calling(world.connecting.noticing().outbox()::troubles).isEmpty());

    Document page = after(browser.submit(HERE + "/drop", Map.of("target", BELL)));
    assertThat(page.select("#told li").text()).contains("Dropped");
    assertThat(page.select("#where li").text()).doesNotContain("waits");

    Files.delete(home.resolve("torn"));
    String undo = page.select("#toasts form").attr("action");
    after(browser.submit(undo, Map.of()));
    await(() -> rung().size() == 1);
  }

  @Test
  void oneThatIsDisconnectedIsToldNothingAndGetsWhatWaitedWhenItIsBack() throws Exception {
    connect();
    Files.createFile(home.resolve("torn"));
    remind("Call the registry");
    tick();
    await(() -> !world.tenant.calling(world.connecting.noticing().outbox()::troubles).isEmpty());
    world.tenant.run(() -> world.connecting.integrations().disconnect(BELL));
    assertThat(browser.open(HERE).select("#where").text()).contains("Nothing is connected yet");

    Files.delete(home.resolve("torn"));
    connect();
    await(() -> rung().size() == 1);
  }

  @Test
  void theSampleIsAsLongAsTheTargetShowsIt() throws Exception {
    connect();
    Document page = browser.open(HERE + "?event=digest&on=integration%2Fbell");

    assertThat(page.select(".noticesample .strong").text())
        .isEqualTo("4 things since you…")
        .hasSizeLessThanOrEqualTo(20);
    assertThat(page.select(".noticesample li").eachText()).last().asString().startsWith("and ");
    assertThat(page.select("#sample .help").text())
        .contains("at most 20 characters of a title and 100 of the rest");
  }

  @Test
  void pagesThatAreOpenGetWhatIsNewAndSayWhatTheyShowed() throws Exception {
    after(browser.submit(HERE + "/browser-on", Map.of()));
    tick();
    remind("<b>Call</b> the registry");
    tick();

    Element news =
        org.jsoup.Jsoup.parse(browser.get("/notices", "HX-Request", "true").body())
            .select("li")
            .first();
    assertThat(news.attr("data-title")).isEqualTo("<b>Call</b> the registry");
    assertThat(news.attr("data-path")).startsWith("/");
    String id = news.attr("data-id");
    assertThat(browser.submit("/notices/" + id + "/shown", Map.of()).statusCode()).isEqualTo(204);
    assertThat(browser.get("/notices", "HX-Request", "true").body()).doesNotContain("<li");
    assertThat(browser.open(HERE).select("#told li").text()).contains("This browser, today");
  }

  @Test
  void whatNoPageShowedForADayIsGivenUp() throws Exception {
    after(browser.submit(HERE + "/browser-on", Map.of()));
    tick();
    remind("Call the registry");
    tick();
    now = now.plus(Duration.ofHours(25));

    assertThat(browser.get("/notices", "HX-Request", "true").body()).doesNotContain("<li");
    assertThat(browser.open(HERE).select("#told li").text())
        .contains("Not told: No page of Peregrine was open for a day.");
  }
}
