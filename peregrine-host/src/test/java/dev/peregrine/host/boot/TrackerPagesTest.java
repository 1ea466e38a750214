package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.integrations.Doing;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tracking.TrackerState;
import dev.peregrine.host.tracking.Tracking;
import dev.peregrine.host.web.Browser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of a table elsewhere as a person reads them, without script. */
class TrackerPagesTest {

  private static final String HERE = "/settings/integrations/slate/table";

  @TempDir Path home;
  private TrackerJar slate;
  private World world;
  private Browser browser;
  private Tracking tracking;
  private List<Long> jobs;

  @BeforeEach
  void start() throws Exception {
    slate = TrackerJar.in(home);
    world = new World(home, 0, InstantSource.fixed(World.NOW), false);
    browser = new Browser(world.port());
    tracking = world.connecting.tables().tracking();
    jobs = world.seed();
    var _ = world.as(() -> world.jobs.move(jobs.subList(0, 2), Stage.APPROVED, Optional.empty()));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void connect() throws Exception {
    String _ =
        world.as(() -> world.connecting.integrations().connect(TrackerJar.KEY, slate.settings()));
  }

  /** Sends a form as it stands on a page, with some fields filled in. */
  private void send(Document page, String action, Map<String, String> typed) throws Exception {
    Element form = page.selectFirst("form[action=" + action + "]");
    assertThat(form).as("form to %s in %s", action, page.body().text()).isNotNull();
    var fields = new StringBuilder();
    for (Element field : form.select("input[name], select[name], textarea[name]")) {
      boolean isBox = field.attr("type").equals("checkbox");
      if (isBox && !field.hasAttr("checked") || typed.containsKey(field.attr("name"))) {
        continue;
      }
      Element chosen = field.selectFirst("option[selected]");
      add(
          fields,
          field.attr("name"),
          field.normalName().equals("select") ? chosen == null ? "" : chosen.val() : field.val());
    }
    typed.forEach((name, value) -> add(fields, name, value));
    var answer = browser.send(action, fields.toString());
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 303);
    settle();
  }

  private static void add(StringBuilder fields, String name, String value) {
    fields.append(fields.isEmpty() ? "" : "&").append(Browser.encoded(Map.of(name, value)));
  }

  /** Until no task runs. */
  private void settle() throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    List<Task> active = world.as(world.tasks::active);
    while (!active.isEmpty()) {
      assertThat(System.nanoTime()).as("%s", active).isLessThan(end);
      LockSupport.parkNanos(5_000_000);
      active = world.as(world.tasks::active);
    }
  }

  private void chooseAndSave() throws Exception {
    connect();
    Document columns = browser.open(HERE + "/columns?target=jobs");
    send(columns, HERE + "/columns", Map.of());
  }

  private TrackerState state() throws Exception {
    return world.as(() -> tracking.state(TrackerJar.KEY)).orElseThrow();
  }

  @Test
  void oneThatIsNotConnectedSaysWhereToConnectIt() throws Exception {
    Document page = browser.open(HERE);
    assertThat(page.body().text()).contains("Village slate is not connected");
    assertThat(page.select("a[href=/settings/integrations/slate]")).isNotEmpty();
    assertThat(browser.get("/settings/integrations/nobody/table").statusCode()).isEqualTo(404);
  }

  @Test
  void aTableIsChosenItsColumnsAreSuggestedAndAMissingOneIsAdded() throws Exception {
    connect();
    assertThat(browser.open(HERE).body().text()).contains("Which table?");
    assertThat(browser.open(HERE + "/choose").select(".lines li").text())
        .contains("Applications", "6 columns");
    Document columns = browser.open(HERE + "/columns?target=jobs");
    assertThat(columns.select("#f-title option[selected]").text()).isEqualTo("Position");
    assertThat(columns.select("#f-place option[selected]").text()).isEqualTo("Not written");
    assertThat(columns.select("input[name=own][checked]").val()).isEqualTo("e");
    assertThat(columns.select("#f-found option").text()).doesNotContain("Match score");
    send(columns, HERE + "/columns", Map.of("f-place", "+"));
    assertThat(slate.table()).containsValue("TEXT|Place");
    Document page = browser.open(HERE);
    assertThat(page.body().text())
        .contains("Applications", "Nothing was written yet", "Place", "Notes");
    assertThat(slate.column("jobs", "a")).as("nothing goes before it was seen").isEmpty();
  }

  @Test
  void aColumnServesOneFieldAndRowsNeedTheirId() throws Exception {
    connect();
    Document columns = browser.open(HERE + "/columns?target=jobs");
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("_token", columns.select("input[name=_token]").first().val());
    fields.put("target", "jobs");
    fields.put("seen", "0");
    fields.put("stage", "approved");
    var answer = browser.send(HERE + "/columns", Browser.encoded(fields));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Choose a text column for the Peregrine ID");
    fields.put("f-id", "=f");
    fields.put("f-company", "=f");
    assertThat(browser.send(HERE + "/columns", Browser.encoded(fields)).body())
        .contains("has a column that another field has already");
    assertThat(world.as(() -> tracking.state(TrackerJar.KEY))).isEmpty();
  }

  @Test
  void aTableIsMadeAndPushed() throws Exception {
    connect();
    send(browser.open(HERE + "/choose"), HERE + "/make", Map.of("name", "My search"));
    Document page = browser.open(HERE);
    assertThat(page.body().text()).contains("My search");
    send(page, HERE + "/push", Map.of());
    assertThat(browser.open(HERE).body().text()).contains("2 rows, pushed");
    assertThat(state().plan().on()).isTrue();
  }

  @Test
  void whatWouldChangeIsReadBeforeItIsWritten() throws Exception {
    chooseAndSave();
    send(browser.open(HERE), HERE + "/try", Map.of());
    Document page = browser.open(HERE);
    assertThat(page.select("#trial-h").text()).isEqualTo("What would change");
    assertThat(page.body().text())
        .contains("2 added, 0 changed, 0 archived; 0 stay as they are.", "Nothing was written.");
    assertThat(page.select(".diffs").first().text())
        .contains("Position Senior Product Designer, Grid Tools");
    assertThat(slate.column("jobs", "a")).isEmpty();
  }

  @Test
  void oneLineSaysWhatIsWrongAndThatNothingIsLost() throws Exception {
    chooseAndSave();
    slate.change(table -> table.setProperty("trouble", "BAD_SETTINGS"));
    send(browser.open(HERE), HERE + "/push", Map.of());
    assertThat(browser.open(HERE).select(".note.danger").text())
        .isEqualTo(
            "Village slate: BAD_SETTINGS. Paused until you have looked at it. Nothing is lost meanwhile.");
    assertThat(world.as(() -> world.connecting.integrations().doings(TrackerJar.KEY)))
        .containsExactly(
            Doing.of("Table “Applications” waits until this works again; nothing is lost", HERE));
  }

  @Test
  void ofTwoValuesThePersonChoosesOne() throws Exception {
    chooseAndSave();
    send(browser.open(HERE), HERE + "/push", Map.of());
    String row =
        slate.table().stringPropertyNames().stream()
            .filter(key -> key.matches("row\\.jobs\\.pg\\w+-" + jobs.getFirst()))
            .findFirst()
            .orElseThrow();
    slate.change(table -> table.setProperty(row + ".e", "first"));
    send(browser.open(HERE), HERE + "/push", Map.of());
    String one = HERE + "/jobs/" + jobs.getFirst();
    assertThat(browser.open(one).select("textarea").val()).isEqualTo("first");
    send(browser.open(one), one, Map.of("own-e", "mine <b>bold</b>"));
    slate.change(table -> table.setProperty(row + ".e", "theirs"));
    send(browser.open(HERE), HERE + "/push", Map.of());
    Document page = browser.open(HERE);
    assertThat(page.select(".versus").text())
        .isEqualTo("Here mine <b>bold</b> In Village slate theirs");
    send(page, one + "/settle", Map.of("keep", "both"));
    send(browser.open(HERE), HERE + "/push", Map.of());
    assertThat(slate.table().getProperty(row + ".e")).isEqualTo("mine <b>bold</b>\ntheirs");
    assertThat(browser.open(HERE).select(".versus")).isEmpty();
    assertThat(browser.open(one).body().text())
        .contains("Decided by you", "Changed here and there", "Added");
  }

  @Test
  void itIsSwitchedOffAndOnAndItsTimesAreKept() throws Exception {
    chooseAndSave();
    send(browser.open(HERE), HERE + "/push", Map.of());
    send(browser.open(HERE), HERE + "/off", Map.of());
    assertThat(state().plan().on()).isFalse();
    assertThat(browser.open(HERE).body().text()).contains("Switched off");
    send(browser.open(HERE), HERE + "/on", Map.of());
    send(browser.open(HERE), HERE + "/when", Map.of("timing", "day", "timing-at", "07:15"));
    assertThat(state().plan().timing()).isEqualTo("every day at 07:15");
    assertThat(browser.open("/settings/schedules").body().text())
        .contains("Push jobs to Village slate");
  }

  @Test
  void theRowOfAJobIsFoundByItsTitle() throws Exception {
    chooseAndSave();
    send(browser.open(HERE), HERE + "/push", Map.of());
    assertThat(browser.open(HERE + "/jobs").select("#rows-h ~ ul > li")).hasSize(2);
    assertThat(browser.open(HERE + "/jobs?find=booking").select("#rows-h ~ ul a").eachAttr("href"))
        .containsExactly(HERE + "/jobs/" + jobs.get(1));
    assertThat(browser.open(HERE + "/jobs?find=nobody").body().text()).contains("No row.");
  }
}
