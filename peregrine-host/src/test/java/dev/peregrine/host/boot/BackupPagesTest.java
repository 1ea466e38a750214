package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.backup.BackupTasks;
import dev.peregrine.host.backup.Backups;
import dev.peregrine.host.storage.DatabaseFiles;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.web.Browser;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads and does on the page Backup, without script. */
class BackupPagesTest {

  private static final String HERE = "/settings/backup";
  private static final String PHRASE = "correct horse battery";

  @TempDir Path home;
  private Instant now = World.NOW;
  private final InstantSource clock = () -> now;
  private World world;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    world = new World(home, 0, clock, false);
    browser = new Browser(world.port());
    world.seed();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private static void until(BooleanSupplier so) {
    long end = System.nanoTime() + 30_000_000_000L;
    while (!so.getAsBoolean()) {
      assertThat(System.nanoTime()).as("30 s have passed").isLessThan(end);
      LockSupport.parkNanos(20_000_000);
    }
  }

  private List<Task> ended(String type) {
    return world.tenant.calling(
        () ->
            world.tasks.recent(20).stream()
                .filter(task -> task.type().equals(type) && !task.state().isLive())
                .toList());
  }

  private Document after(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return browser.open(answer.headers().firstValue("Location").orElseThrow());
  }

  private String made(Map<String, String> fields) throws Exception {
    int before = ended(BackupTasks.MAKE).size();
    after(browser.submit(HERE, fields));
    until(() -> ended(BackupTasks.MAKE).size() > before);
    return browser.open(HERE).select("[name=name]").attr("value");
  }

  private HttpResponse<String> upload(byte[] bytes) throws Exception {
    var body = new ByteArrayOutputStream();
    body.write(
        "--x\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\n%s\r\n"
            .formatted(browser.token())
            .getBytes(StandardCharsets.UTF_8));
    body.write(
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"b.zip\"\r\n\r\n"
            .getBytes(StandardCharsets.UTF_8));
    body.write(bytes);
    body.write("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
    return browser
        .client()
        .send(
            HttpRequest.newBuilder(URI.create(browser.root() + HERE + "/upload"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build(),
            BodyHandlers.ofString());
  }

  @Test
  void aBackupIsMadeListedAndDownloaded() throws Exception {
    String name = made(Map.of());
    Document page = browser.open(HERE);
    assertThat(page.select(".note").text()).contains(name, "Keys and passwords are not in it.");
    assertThat(page.select(".backup").text()).contains("Today, 09:41", "made by hand");
    HttpResponse<byte[]> file =
        browser
            .client()
            .send(
                HttpRequest.newBuilder(URI.create(browser.root() + HERE + "/file?name=" + name))
                    .build(),
                BodyHandlers.ofByteArray());
    assertThat(file.body()).isEqualTo(Files.readAllBytes(home.resolve("data/backups/" + name)));
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).contains(name);
  }

  @Test
  void deletingIsTakenBackWithUndo() throws Exception {
    String name = made(Map.of());
    Document page = after(browser.submit(HERE + "/delete", Map.of("name", name)));
    assertThat(page.select(".backup")).isEmpty();
    page = after(browser.submit(page.select(".toast form").attr("action"), Map.of()));
    assertThat(page.select(".backup").text()).contains(name);
  }

  @Test
  void aRestoreShowsWhatItChangesThenStartsAgainWithIt() throws Exception {
    String name = made(Map.of());
    Files.writeString(home.resolve("config/blocklist.yaml"), "companies: []\n");
    Document look = browser.open(HERE + "/restore?name=" + name);
    assertThat(look.select("dl").text()).contains("config/blocklist.yaml", "Peregrine test");
    assertThat(look.text()).contains("It holds no keys and passwords. Those entered here stay.");
    after(browser.submit(HERE + "/restore", Map.of("name", name, "lock", "")));
    until(() -> world.restarts.get() == 1);
    assertThat(home.resolve("config/blocklist.yaml")).exists();
    world.close();
    assertThat(backups().apply().orElseThrow()).contains("Restored backup \"" + name);
    assertThat(home.resolve("config/blocklist.yaml")).doesNotExist();
    world = new World(home, 0, clock, false);
    browser = new Browser(world.port());
    Document page = browser.open(HERE);
    assertThat(page.select("#backups").text()).contains("Restored backup", "Undo");
    assertThat(page.select("a:contains(Undo)").attr("href")).contains("before-restore-");
  }

  private Backups backups() {
    return new Backups(home, new DatabaseFiles(clock), "test", clock);
  }

  @Test
  void anEncryptedOneAsksForItsPassphraseAndNeverShowsIt() throws Exception {
    String name = made(Map.of("passphrase", PHRASE, "again", PHRASE));
    assertThat(browser.open(HERE).select(".backup").text()).contains("encrypted");
    Document asks = browser.open(HERE + "/restore?name=" + name);
    assertThat(asks.text()).contains("It is encrypted").doesNotContain("Restore it?");
    HttpResponse<String> wrong =
        browser.submit(HERE + "/look", Map.of("name", name, "passphrase", "another phrase"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(wrong.body()).text()).contains("The passphrase does not open");
    HttpResponse<String> right =
        browser.submit(HERE + "/look", Map.of("name", name, "passphrase", PHRASE));
    assertThat(right.body()).contains("Restore it?").doesNotContain(PHRASE);
    String lock = Jsoup.parse(right.body()).select("[name=lock]").attr("value");
    after(browser.submit(HERE + "/restore", Map.of("name", name, "lock", lock)));
    until(() -> world.restarts.get() == 1);
    assertThat(Files.readString(home.resolve("data/restoring/plan.json"))).contains(name);
  }

  @Test
  void noPassphraseIsEverStored() throws Exception {
    made(Map.of("passphrase", PHRASE, "again", PHRASE));
    try (var files = Files.walk(home.resolve("data"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .doesNotContain(PHRASE);
      }
    }
  }

  @Test
  void twoDifferentPassphrasesAreSentBack() throws Exception {
    HttpResponse<String> answer =
        browser.submit(HERE, Map.of("passphrase", PHRASE, "again", "correct horse batterie"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("The two passphrases differ").doesNotContain(PHRASE);
    assertThat(browser.submit(HERE, Map.of("passphrase", "short")).body())
        .contains("has 5 characters, expected at least 12");
  }

  @Test
  void anUploadedBackupIsLookedAtFirst() throws Exception {
    String name = made(Map.of());
    Path file = home.resolve("data/backups/" + name);
    Document look = after(upload(Files.readAllBytes(file)));
    assertThat(look.select("h1").text()).isEqualTo("Restore a backup");
    assertThat(look.select(".lede").text()).startsWith("uploaded-");
  }

  @Test
  void anUploadMayBeLargerThanOtherForms() throws Exception {
    byte[] large = new byte[25 << 20];
    new Random(1).nextBytes(large);
    HttpResponse<String> answer = upload(large);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(answer.body()).text())
        .contains("\"the file\" is damaged, cut off, or no zip archive");
    try (var left = Files.list(home.resolve("data/backups"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void theScheduleIsSavedAndWhatIsDueIsMadeOnce() throws Exception {
    after(
        browser.submit(
            HERE + "/schedule", Map.of("every", "day", "every-at", "08:00", "keep", "3")));
    assertThat(Files.readString(home.resolve("config/backup.yaml")))
        .contains("every: \"every day at 08:00\"", "keep: 3");
    Document page = browser.open(HERE);
    assertThat(page.select("[name=every] [selected]").attr("value")).isEqualTo("day");
    assertThat(page.select("#every-next").text())
        .isEqualTo("Next: tomorrow, 08:00 · Saturday, 08:00 · Sunday, 08:00.");
    assertThat(page.select("[name=keep]").attr("value")).isEqualTo("3");
    now = World.NOW.plus(Duration.ofDays(3));
    world.tenant.run(world.schedules::tick);
    world.tenant.run(world.schedules::tick);
    until(() -> ended(BackupTasks.MAKE).size() == 1);
    assertThat(browser.open(HERE).select(".backup").text()).contains("made on schedule");
    HttpResponse<String> wrong =
        browser.submit(
            HERE + "/schedule", Map.of("every", "day", "every-at", "08:00", "keep", "0"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(wrong.body()).text())
        .contains("\"0\" backups are kept, expected 1 to 100");
  }

  @Test
  void deletingEverythingNeedsTheWords() throws Exception {
    HttpResponse<String> wrong = browser.submit(HERE + "/everything", Map.of("words", "delete"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(wrong.body()).text()).contains("Nothing was deleted");
    assertThat(world.restarts).hasValue(0);
    HttpResponse<String> yes =
        browser.submit(HERE + "/everything", Map.of("words", "delete everything"));
    assertThat(yes.headers().firstValue("Refresh").orElseThrow()).isEqualTo("6; url=/");
    assertThat(world.restarts).hasValue(1);
    world.close();
    assertThat(backups().apply().orElseThrow()).contains("Everything was deleted");
    assertThat(home.resolve("data/staging.db")).doesNotExist();
    world = new World(home, 0, clock, false);
    assertThat(new Browser(world.port()).open("/").select("h1").text())
        .isEqualTo("Three answers, then jobs");
  }

  @Test
  void postingsGoToOtherProgramsAsJsonAndCsv() throws Exception {
    String json = browser.get(HERE + "/postings.json").body();
    String csv = browser.get(HERE + "/postings.csv").body();
    assertThat(json).startsWith("[\n{\"id\":").endsWith("}\n]\n").contains("\"stage\":\"pending\"");
    assertThat(csv.lines().findFirst().orElseThrow())
        .isEqualTo(
            "\uFEFFid,title,company,location,stage,score,url,apply_url,source,remote,"
                + "salary_min,salary_max,salary_currency,salary_period,date_posted,employment_types,"
                + "description");
    assertThat(csv).contains(",pending,");
  }

  @Test
  void settingsLeadToIt() throws Exception {
    assertThat(browser.open("/settings").select("a[href=" + HERE + "]").text()).contains("Backup");
  }

  @Test
  void theFirstScreenLeadsToIt() throws Exception {
    Document setup = browser.open("/setup");
    assertThat(setup.select("a:contains(Restore a backup)").attr("href"))
        .isEqualTo(HERE + "#restore");
  }
}
