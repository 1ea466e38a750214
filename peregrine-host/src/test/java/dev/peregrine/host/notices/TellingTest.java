package dev.peregrine.host.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.integration.Notice;
import dev.peregrine.api.integration.Notice.Event;
import dev.peregrine.api.integration.Notice.Item;
import dev.peregrine.api.integration.Notice.Priority;
import dev.peregrine.host.config.NoticePace;
import dev.peregrine.host.config.NoticeRules;
import dev.peregrine.host.config.NoticeRules.Flood;
import dev.peregrine.host.config.NoticeRules.Rule;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.schedules.QuietHours;
import dev.peregrine.host.storage.TestHome;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of all that happens is told, when and where. It is 20 November 2026, 11:00 in Berlin. */
class TellingTest {

  private static final String PHONE = "integration/phone";
  private static final String CHAT = "integration/chat";
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private TestHome home;
  private Live live;
  private Outbox outbox;
  private Telling telling;
  private NoticeRules rules = NoticeRules.USUAL;
  private List<String> there = List.of(PHONE);
  private final Map<Event, List<Happening>> standing = new HashMap<>();

  @BeforeEach
  void start(@TempDir Path folder) {
    home = new TestHome(folder);
    live = new Live();
    outbox = new Outbox(home.databases(), live, home.clock());
    telling =
        new Telling(
            home.databases(), live, outbox, () -> there, () -> rules, () -> BERLIN, home.clock());
    for (Event event : List.of(Event.POSTINGS_FOUND, Event.TASK_FAILED, Event.REMINDER_DUE)) {
      telling.add(
          new Happenings() {
            @Override
            public Event event() {
              return event;
            }

            @Override
            public List<Happening> standing(ZonedDateTime now) {
              return standing.getOrDefault(event, List.of());
            }
          });
    }
    tick();
  }

  @AfterEach
  void stop() {
    home.close();
  }

  private void tick() {
    live.changed("test", "tasks");
    home.run(telling::tick);
  }

  private Happening failed(String what) {
    return Happening.of(what, Event.TASK_FAILED, what, "Why", "/", home.now());
  }

  private Happening posting(String title, int score) {
    return Happening.of(title, Event.POSTINGS_FOUND, title, "Berlin", "/jobs/1", home.now())
        .withScore(score);
  }

  private void happens(Happening... all) {
    for (Happening each : all) {
      standing.computeIfAbsent(each.event(), key -> new ArrayList<>()).add(each);
    }
    tick();
  }

  private void rule(Event event, Rule rule) {
    var all = new EnumMap<Event, Rule>(rules.rules());
    all.put(event, rule);
    rules =
        new NoticeRules(
            all, rules.quiet(), rules.flood(), false, Optional.of("en"), rules.address());
  }

  private static Rule at(NoticePace pace) {
    return new Rule(true, 70, Priority.LOW, pace, Optional.empty());
  }

  private List<Notice> told(String target) {
    var told = new ArrayList<Notice>();
    home.with(
        () -> {
          try {
            return outbox.deliver(target, (to, notice) -> told.add(notice));
          } catch (InterruptedException never) {
            throw new IllegalStateException(never);
          }
        });
    return told;
  }

  private List<String> titles(String target) {
    return told(target).stream().map(Notice::title).toList();
  }

  @Test
  void whatHappensIsToldOnceHoweverLongItStands() {
    happens(failed("Backup"));
    tick();

    assertThat(titles(PHONE)).containsExactly("Backup");
    home.pass(Duration.ofDays(1));
    tick();
    home.pass(Duration.ofDays(40));
    tick();
    tick();
    assertThat(titles(PHONE)).isEmpty();
  }

  @Test
  void whatWasThereBeforeTheRuleWasTurnedOnIsNotTold() {
    rule(
        Event.TASK_FAILED,
        new Rule(false, 0, Priority.LOW, new NoticePace.AtOnce(), Optional.empty()));
    happens(failed("Before"));
    rule(Event.TASK_FAILED, at(new NoticePace.AtOnce()));
    tick();
    happens(failed("After"));

    assertThat(titles(PHONE)).containsExactly("After");
  }

  @Test
  void whereNothingIsConnectedNothingIsKept() {
    there = List.of();
    tick();
    happens(failed("Unheard"));
    there = List.of(PHONE);
    tick();
    happens(failed("Heard"));

    assertThat(titles(PHONE)).containsExactly("Heard");
  }

  @Test
  void eachEventGoesWhereItsRuleSays() {
    there = List.of(PHONE, CHAT);
    rule(
        Event.TASK_FAILED,
        new Rule(true, 0, Priority.LOW, new NoticePace.AtOnce(), Optional.of(Set.of(CHAT))));
    happens(failed("Backup"));
    happens(posting("Designer", 80));

    assertThat(titles(CHAT)).containsExactly("Backup", "Designer");
    assertThat(titles(PHONE)).containsExactly("Designer");
  }

  @Test
  void postingsBelowTheScoreAndThingsOfLittleWeightAreNotTold() {
    happens(posting("Weak", 69), posting("Strong", 70));
    rule(
        Event.TASK_FAILED,
        new Rule(true, 0, Priority.NORMAL, new NoticePace.AtOnce(), Optional.empty()));
    happens(failed("Small").withPriority(Priority.LOW), failed("Large"));

    assertThat(titles(PHONE)).containsExactly("Strong", "Large");
    rule(
        Event.POSTINGS_FOUND,
        new Rule(true, 10, Priority.LOW, new NoticePace.AtOnce(), Optional.empty()));
    tick();
    assertThat(titles(PHONE)).as("a lower score counts for what is found from now on").isEmpty();
  }

  @Test
  void thePostingsOfARunAreOneNotice() {
    happens(posting("One", 80), posting("Two", 75), posting("Three", 90));

    Notice notice = told(PHONE).getFirst();
    assertThat(notice.title()).isEqualTo("3 new jobs to review");
    assertThat(notice.event()).isEqualTo(Event.POSTINGS_FOUND);
    assertThat(notice.items()).extracting(Item::title).containsExactly("One", "Two", "Three");
  }

  @Test
  void aFloodIsOneNotice() {
    happens(
        failed("1"), failed("2"), failed("3"), failed("4"), failed("5"), failed("6"), failed("7"));

    Notice digest = told(PHONE).getFirst();
    assertThat(digest.event()).isEqualTo(Event.DIGEST);
    assertThat(digest.title()).isEqualTo("7 things since you last looked");
    assertThat(digest.items()).hasSize(7);
    assertThat(told(PHONE)).isEmpty();
  }

  @Test
  void whatComesAfterTooMuchWaitsAndComesTogether() {
    for (int i = 0; i < 5; i++) {
      happens(failed("single " + i));
      home.pass(Duration.ofSeconds(30));
    }
    happens(failed("6"), failed("7"));
    home.pass(Duration.ofSeconds(30));
    happens(failed("8"));
    assertThat(titles(PHONE)).hasSize(5);

    home.pass(Duration.ofMinutes(8));
    tick();

    assertThat(told(PHONE).getFirst().items())
        .extracting(Item::title)
        .containsExactly("6", "7", "8");
  }

  @Test
  void whatIsUrgentIsNotHeldBackByTheOthers() {
    rules =
        new NoticeRules(
            rules.rules(),
            rules.quiet(),
            new Flood(1, 10),
            false,
            Optional.of("en"),
            Optional.empty());
    happens(failed("first"));
    happens(failed("second"), failed("urgent").withPriority(Priority.URGENT));

    assertThat(titles(PHONE)).containsExactly("first", "urgent");
  }

  @Test
  void atNightOnlyWhatIsUrgentIsToldAndTheRestComesInTheMorning() {
    rules =
        new NoticeRules(
            rules.rules(),
            Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0))),
            rules.flood(),
            false,
            Optional.of("en"),
            Optional.empty());
    home.pass(Duration.ofHours(12));
    happens(failed("late"));
    happens(failed("urgent").withPriority(Priority.URGENT));
    assertThat(titles(PHONE)).containsExactly("urgent");
    assertThat(home.with(() -> telling.held(10)).getFirst().release())
        .isEqualTo("2026-11-21T06:00:00Z");

    home.pass(Duration.ofHours(8));
    tick();
    assertThat(titles(PHONE)).containsExactly("late");
  }

  @Test
  void whatIsCollectedComesAtItsTimeTogether() {
    rule(Event.TASK_FAILED, at(new NoticePace.Daily(LocalTime.of(18, 0))));
    rule(Event.POSTINGS_FOUND, at(new NoticePace.Every(30)));
    happens(failed("Backup"), posting("One", 80));
    happens(posting("Two", 80));
    assertThat(titles(PHONE)).isEmpty();

    home.pass(Duration.ofMinutes(30));
    tick();
    assertThat(titles(PHONE)).containsExactly("2 new jobs to review");
    home.pass(Duration.ofHours(7));
    tick();
    assertThat(titles(PHONE)).containsExactly("Backup");
  }

  @Test
  void linksAreThereWhereTheAddressIsKnown() {
    happens(failed("without"));
    rules =
        new NoticeRules(
            rules.rules(),
            rules.quiet(),
            rules.flood(),
            false,
            Optional.of("en"),
            Optional.of(URI.create("https://peregrine.example.org/")));
    happens(posting("with", 80));

    List<Notice> told = told(PHONE);
    assertThat(told.getFirst().link()).isEmpty();
    assertThat(told.getLast().link()).contains(URI.create("https://peregrine.example.org/jobs/1"));
  }

  @Test
  void noticesAreInTheLanguageThatWasSaid() {
    rules =
        new NoticeRules(
            rules.rules(),
            rules.quiet(),
            rules.flood(),
            false,
            Optional.of("de"),
            Optional.empty());
    happens(posting("Eins", 80), posting("Zwei", 80));

    assertThat(titles(PHONE)).containsExactly("2 neue Stellen zum Sichten");
  }

  @Test
  void aSourceThatFailsDoesNotKeepTheOthersBack() {
    telling.add(
        new Happenings() {
          @Override
          public Event event() {
            return Event.BOARD_CHANGED;
          }

          @Override
          public List<Happening> standing(ZonedDateTime now) {
            throw new IllegalStateException("A bug.");
          }
        });
    happens(failed("Backup"));

    assertThat(titles(PHONE)).containsExactly("Backup");
  }

  @Test
  void everyNoticeHasAnIdOfItsOwn() {
    happens(failed("1"), failed("2"));
    happens(posting("3", 80));

    assertThat(told(PHONE)).extracting(Notice::id).doesNotHaveDuplicates().hasSize(3);
  }
}
