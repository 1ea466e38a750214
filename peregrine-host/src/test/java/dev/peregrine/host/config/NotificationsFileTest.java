package dev.peregrine.host.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.integration.Notice.Event;
import dev.peregrine.api.integration.Notice.Priority;
import dev.peregrine.host.config.NoticeRules.Rule;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotificationsFileTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @TempDir Path home;
  private Tenant tenant;
  private Path path;
  private final NotificationsFile file = new NotificationsFile();

  @BeforeEach
  void start() throws IOException {
    tenant = new Tenant("test", home);
    Files.createDirectories(tenant.config());
    path = tenant.config().resolve("notifications.yaml");
  }

  private <T> T with(Supplier<T> work) {
    return tenant.calling(work::get);
  }

  private NoticeRules read(String text) throws IOException {
    Files.writeString(path, text);
    return with(file::current);
  }

  private void save(NoticeRules rules) {
    tenant.run(() -> file.save(rules, file.mark()));
  }

  @Test
  void theExampleSaysWhatHoldsAnyway() throws IOException {
    NoticeRules example =
        read(Files.readString(Path.of("..", "config", "notifications.yaml.example")));

    assertThat(example).isEqualTo(NoticeRules.USUAL.orInLanguage("en"));
    assertThat(with(file::problem)).isEmpty();
  }

  @Test
  void savingChangesOnlyTheLinesOfWhatWasChanged() throws IOException {
    String text =
        """
        # mine
        postings_found:   {score: 90}   # only the best
        flood: {most: 2, minutes: 3}
        own: note
        """;
    NoticeRules before = read(text);
    var rules = new EnumMap<Event, Rule>(before.rules());
    rules.put(
        Event.TASK_FAILED,
        new Rule(
            false,
            70,
            Priority.NORMAL,
            new NoticePace.Every(30),
            Optional.of(Set.of("integration/ntfy", "browser"))));
    var after =
        new NoticeRules(
            rules, before.quiet(), before.flood(), true, Optional.of("de"), Optional.empty());
    save(after);

    assertThat(Files.readString(path))
        .startsWith(text)
        .contains(
            "task_failed: {tell: false, priority: normal, when: \"every 30 minutes\", targets: [browser, integration/ntfy]}",
            "browser: true",
            "language: de");
    assertThat(with(new NotificationsFile()::current)).isEqualTo(after);
  }

  @Test
  void mistakesAreNamedWithTheirLineAndTheLastGoodOneHolds() throws IOException {
    assertThat(read("postings_found: {score: 50}").of(Event.POSTINGS_FOUND).score()).isEqualTo(50);
    Files.writeString(path, "postings_found:\n  score: 500\n");

    assertThat(with(file::current).of(Event.POSTINGS_FOUND).score()).isEqualTo(50);
    assertThat(with(file::problem)).get().asString().contains("score is \"500\"", "0 to 100");
    for (String wrong :
        new String[] {
          "quiet_hours: maybe",
          "quiet_hours: {from: \"22:00\", to: \"22:00\"}",
          "task_failed: {when: sometimes}",
          "task_failed: {when: every 1 minutes}",
          "task_failed: {priority: huge}",
          "flood: {most: 0}",
          "address: nowhere"
        }) {
      Files.writeString(path, wrong);
      assertThatThrownBy(() -> with(new NotificationsFile()::current))
          .as(wrong)
          .isInstanceOf(ConfigException.class);
    }
  }

  @Test
  void overASecondWindowNothingIsWritten() throws IOException {
    String seen = with(file::mark);
    save(NoticeRules.USUAL.withBrowser(true));

    assertThatThrownBy(() -> tenant.run(() -> file.save(NoticeRules.USUAL, seen)))
        .isInstanceOf(ChangedMeanwhileException.class);
  }

  @Test
  void whatIsCollectedComesOnTheHourOfTheDayAlsoWhenTheClocksChange() {
    var hourly = new NoticePace.Every(60);
    assertThat(hourly.next(Instant.parse("2026-11-20T10:05:00Z"), BERLIN))
        .isEqualTo("2026-11-20T11:00:00Z");
    assertThat(new NoticePace.Every(180).next(Instant.parse("2026-11-20T22:30:00Z"), BERLIN))
        .isEqualTo("2026-11-20T23:00:00Z");
    // 25 October 2026: 02:00 to 03:00 comes twice.
    for (Instant at = Instant.parse("2026-10-25T00:10:00Z");
        at.isBefore(Instant.parse("2026-10-25T02:00:00Z"));
        at = at.plusSeconds(600)) {
      assertThat(hourly.next(at, BERLIN)).isAfter(at).isBefore(at.plusSeconds(7201));
    }
    var daily = new NoticePace.Daily(LocalTime.of(18, 0));
    assertThat(daily.next(Instant.parse("2026-10-24T17:00:00Z"), BERLIN))
        .isEqualTo("2026-10-25T17:00:00Z");
    assertThat(daily.next(Instant.parse("2026-11-20T10:00:00Z"), BERLIN))
        .isEqualTo("2026-11-20T17:00:00Z");
  }
}
