package dev.peregrine.host.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.integration.Notice;
import dev.peregrine.api.integration.Notice.Event;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.storage.TestHome;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {

  private static final String PHONE = "integration/phone";
  private static final String CHAT = "integration/chat";

  private TestHome home;
  private Outbox outbox;
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void start(@TempDir Path folder) {
    home = new TestHome(folder);
    outbox = new Outbox(home.databases(), new Live(), home.clock());
  }

  @AfterEach
  void stop() {
    home.close();
  }

  private void put(String title, String... targets) {
    home.run(() -> outbox.put(List.of(targets), notice(title), home.now()));
  }

  private Notice notice(String title) {
    return Notice.of("n-" + title, Event.OFFER_RECEIVED, title, "Text", home.now());
  }

  private int deliver(String target, Outbox.Sending sending) {
    return home.with(
        () -> {
          try {
            return outbox.deliver(target, sending);
          } catch (InterruptedException never) {
            throw new IllegalStateException(never);
          }
        });
  }

  private int deliver(String target) {
    return deliver(target, (to, notice) -> told.add(notice.title()));
  }

  private Outbox.Sending failing(Kind kind) {
    return (to, notice) -> {
      throw new ExtensionException(kind, "The chat is down.");
    };
  }

  private List<String> due() {
    return home.with(outbox::due);
  }

  @Test
  void eachTargetGetsItsNoticesInTheirOrderOnce() {
    put("first", PHONE, CHAT);
    put("second", PHONE);

    assertThat(due()).containsExactly(CHAT, PHONE);
    assertThat(deliver(PHONE)).isEqualTo(2);
    assertThat(told).containsExactly("first", "second");
    assertThat(deliver(PHONE)).isZero();
    assertThat(due()).containsExactly(CHAT);
  }

  @Test
  void aNoticeComesOutAsItWentIn() {
    Notice whole =
        notice("ganz")
            .withItems(
                List.of(new Notice.Item("Eins", "zwei", Optional.of(URI.create("http://a/b")))))
            .withLink(Optional.of(URI.create("http://127.0.0.1:8501/today")))
            .withPriority(Notice.Priority.URGENT)
            .withFacts(Map.of("job_id", "7"));
    home.run(() -> outbox.put(List.of(PHONE), whole, home.now()));
    var seen = new ArrayList<Notice>();

    deliver(PHONE, (to, notice) -> seen.add(notice));

    assertThat(seen).containsExactly(whole);
  }

  @Test
  void whatMayNotBeToldYetWaitsAndTheOthersDoNot() {
    Instant morning = home.now().plus(Duration.ofHours(8));
    home.run(() -> outbox.put(List.of(PHONE), notice("at night"), morning));
    put("urgent", PHONE);

    assertThat(deliver(PHONE)).isEqualTo(1);
    assertThat(told).containsExactly("urgent");

    home.pass(Duration.ofHours(8));
    assertThat(deliver(PHONE)).isEqualTo(1);
  }

  @Test
  void aTargetThatIsDownIsTriedLaterAndLaterAndNothingIsLost() {
    put("first", PHONE);
    put("second", PHONE);
    var pauses = new ArrayList<Duration>();
    for (int i = 0; i < 12; i++) {
      assertThat(deliver(PHONE, failing(Kind.UNAVAILABLE))).isZero();
      assertThat(due()).isEmpty();
      Trouble trouble = home.with(outbox::troubles).getFirst();
      Duration pause = Duration.between(home.now(), trouble.until().orElseThrow());
      pauses.add(pause);
      home.pass(pause);
    }

    assertThat(pauses).isSorted().startsWith(Duration.ofMinutes(1), Duration.ofMinutes(2));
    assertThat(pauses.getLast()).isEqualTo(Duration.ofHours(6));
    assertThat(deliver(PHONE)).isEqualTo(2);
    assertThat(told).containsExactly("first", "second");
    assertThat(home.with(outbox::troubles)).isEmpty();
  }

  @Test
  void afterThreeDaysInVainThePersonIsAskedInsteadOfTryingForEver() {
    put("first", PHONE);
    int tries = 0;
    while (!due().isEmpty()) {
      deliver(PHONE, failing(Kind.UNAVAILABLE));
      tries++;
      home.pass(Duration.ofHours(6));
    }

    assertThat(tries).isBetween(10, 14);
    assertThat(home.with(outbox::troubles).getFirst().until()).isEmpty();
    home.pass(Duration.ofDays(300));
    assertThat(due()).isEmpty();

    home.run(() -> outbox.tryAgain(PHONE));
    assertThat(deliver(PHONE)).isEqualTo(1);
  }

  @Test
  void settingsThatDoNotWorkAreThePersonsToMend() {
    put("first", PHONE);
    deliver(PHONE, failing(Kind.BAD_SETTINGS));

    home.pass(Duration.ofDays(1));

    assertThat(due()).isEmpty();
    Trouble trouble = home.with(outbox::troubles).getFirst();
    assertThat(trouble.until()).isEmpty();
    assertThat(trouble.problem()).isEqualTo("The chat is down.");
    assertThat(home.with(outbox::waiting)).containsExactly(Map.entry(PHONE, 1L));
  }

  @Test
  void itWaitsAsLongAsTheServiceAsks() {
    put("first", PHONE);
    deliver(
        PHONE,
        (to, notice) -> {
          throw ExtensionException.rateLimited("Slowly.", Duration.ofSeconds(90));
        });

    home.pass(Duration.ofSeconds(89));
    assertThat(due()).isEmpty();
    home.pass(Duration.ofSeconds(1));
    assertThat(due()).containsExactly(PHONE);
  }

  @Test
  void aNoticeOverWhichAPluginStumblesDoesNotStandInTheWay() {
    put("bad", PHONE);
    put("good", PHONE);
    Outbox.Sending stumbling =
        (to, notice) -> {
          if (notice.title().equals("bad")) {
            throw new IllegalStateException("A bug.");
          }
          told.add(notice.title());
        };
    for (int i = 0; i < 3; i++) {
      deliver(PHONE, stumbling);
      home.pass(Duration.ofHours(1));
    }

    assertThat(told).containsExactly("good");
    assertThat(home.with(outbox::waiting)).isEmpty();
  }

  @Test
  void whatWaitsForATargetThatIsNoLongerWantedIsDropped() {
    put("first", PHONE, CHAT);
    deliver(PHONE, failing(Kind.BAD_SETTINGS));

    assertThat(home.with(() -> outbox.drop(PHONE))).isEqualTo(1);

    assertThat(home.with(outbox::troubles)).isEmpty();
    assertThat(due()).containsExactly(CHAT);
  }
}
