package dev.peregrine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.integration.Calendar;
import dev.peregrine.api.integration.Calendar.Change;
import dev.peregrine.api.integration.Calendar.Outcome;
import dev.peregrine.api.integration.Calendar.Stored;
import dev.peregrine.api.integration.CalendarEvent;
import dev.peregrine.api.integration.CalendarEvent.Status;
import dev.peregrine.api.integration.CalendarEvent.When;
import dev.peregrine.api.integration.IntegrationDescriptor.Capability;
import dev.peregrine.api.integration.SyncPoint;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every {@link Calendar} keeps that {@linkplain Capability#CHANGES tells changes}. The author
 * says how the service speaks, as a {@link CalendarScene}.
 */
public abstract class CalendarContract extends IntegrationContract {

  private static final String UID = "4f1c-9@peregrine";
  private static final ZonedDateTime START =
      ZonedDateTime.parse("2027-03-25T09:30+01:00[Europe/Berlin]");

  /** Written by a person, so that nothing in it is what it looks like. */
  private static final List<String> HOSTILE =
      List.of(
          "Interview; with, all \\ of \"them\": 100 %",
          "👩‍💻 日本語 ß ﷽",
          "x\r\nATTENDEE:mailto:evil@evil.example",
          "END:VEVENT",
          "\"}],\"zq\":[{\"",
          "<b>bold</b> &amp; ]]> <!-- -->");

  private Optional<CalendarScene> scene = Optional.empty();

  @Override
  protected abstract Calendar integration();

  /** The service with its two calendars, both empty; a new one each time. */
  protected abstract CalendarScene newScene();

  @Override
  protected void prepare(RecordedServer ready) {
    CalendarScene fresh = newScene();
    scene = Optional.of(fresh);
    ready.otherwise(fresh::answer);
  }

  /** The service of this test. */
  protected final CalendarScene scene() {
    return scene.orElseThrow();
  }

  @Test
  void onlyCalendarsThatCanBeWrittenAreOffered() throws Exception {
    assertThat(integration().calendars(context())).hasSize(1);
  }

  @Test
  void aCalendarIsMadeOnce() throws Exception {
    if (!integration().descriptor().can().contains(Capability.CREATE_CALENDARS)) {
      var context = context();
      assertThat(
              tried(
                      () -> {
                        var _ = integration().create("Applications", context);
                      },
                      context)
                  .orElseThrow()
                  .kind())
          .isEqualTo(Kind.UNSUPPORTED);
      return;
    }
    Calendar.Shown made = integration().create("Bewerbungen ✨ & mehr", context());

    assertThat(integration().create("Bewerbungen ✨ & mehr", context()).id()).isEqualTo(made.id());
    assertThat(integration().calendars(context()))
        .hasSize(2)
        .anySatisfy(shown -> assertThat(shown).isEqualTo(made));
    assertThat(made.name()).isEqualTo("Bewerbungen ✨ & mehr");
  }

  @Test
  void anEventThatWasPutIsThereOnceHoweverOftenItIsPut() throws Exception {
    Stored stored = put(event());

    assertThat(put(event(), stored).uid()).isEqualTo(UID);
    // As after a call whose answer was lost.
    assertThat(put(event()).remoteId()).isEqualTo(stored.remoteId());
    assertThat(scene().titles()).containsExactly("Interview: Hafenlicht");
  }

  @Test
  void allThatAnEventSaysArrives() throws Exception {
    CalendarEvent event =
        event()
            .withPlace(Optional.of("Hall 3, 2nd floor"))
            .withText(Optional.of("UX Designer\nWith Ada; bring, \\ things"))
            .withLink(Optional.of(URI.create("https://call.example/x?y=1&z=2")))
            .withAlarms(Duration.ofDays(1), Duration.ofMinutes(15))
            .withTentative(true);
    put(event);

    CalendarEvent there = there();

    assertThat(there.title()).isEqualTo(event.title());
    assertThat(there.place()).isEqualTo(event.place());
    assertThat(there.text().orElse("")).startsWith(event.text().orElseThrow());
    assertThat(there.alarms()).containsExactlyInAnyOrderElementsOf(event.alarms());
    assertThat(there.status()).isEqualTo(Status.TENTATIVE);
    assertThat(there.sequence()).isEqualTo(event.sequence());
  }

  @TestFactory
  Stream<DynamicTest> timesStayRightWhereClocksChange() {
    return Stream.of(
            "2027-03-28T03:30+02:00[Europe/Berlin]",
            "2027-10-31T02:30+02:00[Europe/Berlin]",
            "2027-10-31T02:30+01:00[Europe/Berlin]",
            "2027-11-07T09:00-05:00[America/New_York]",
            "2027-07-01T09:00+05:45[Asia/Kathmandu]",
            "2027-07-01T09:00Z")
        .map(ZonedDateTime::parse)
        .map(
            start ->
                test(
                    start.toString(),
                    () -> {
                      put(at(start));
                      var when = (When.Timed) there().when();
                      assertThat(when.start().toInstant()).isEqualTo(start.toInstant());
                      assertThat(when.length()).isEqualTo(Duration.ofMinutes(90));
                    }));
  }

  @Test
  void wholeDaysStayWholeDays() throws Exception {
    put(CalendarEvent.of(UID, "Send thanks", new When.Days(LocalDate.of(2026, 12, 31), 2)));

    assertThat(there().when()).isEqualTo(new When.Days(LocalDate.of(2026, 12, 31), 2));
  }

  @TestFactory
  Stream<DynamicTest> textsOfStrangersAreOnlyTexts() {
    return HOSTILE.stream()
        .map(
            text ->
                test(
                    text,
                    () -> {
                      put(
                          CalendarEvent.of(UID, text, new When.Timed(START, Duration.ofHours(1)))
                              .withPlace(Optional.of(text))
                              .withText(Optional.of(text)));
                      assertThat(plain(there().title())).isEqualTo(plain(text));
                      assertThat(plain(there().place().orElse(""))).isEqualTo(plain(text));
                      assertThat(scene().titles()).hasSize(1);
                    }));
  }

  private static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }

  @Test
  void aLongTitleIsNoTrouble() throws Exception {
    put(CalendarEvent.of(UID, "ü👩‍💻 ".repeat(500), new When.Timed(START, Duration.ofHours(1))));

    assertThat(there().title()).startsWith("ü👩‍💻 ü");
  }

  @Test
  void aMoveIsTheSameEventAtAnotherTime() throws Exception {
    Stored first = put(event());

    Stored moved =
        put(event().moved(new When.Timed(START.plusDays(2), Duration.ofHours(1))), first);

    assertThat(moved.remoteId()).isEqualTo(first.remoteId());
    assertThat(moved.tag()).isNotEqualTo(first.tag());
    assertThat(scene().titles()).hasSize(1);
    assertThat(((When.Timed) there().when()).start().toInstant())
        .isEqualTo(START.plusDays(2).toInstant());
    assertThat(there().sequence()).isGreaterThanOrEqualTo(1);
  }

  @Test
  void whatWasChangedThereIsNotOverwrittenUntilThePersonSaysSo() throws Exception {
    Stored stored = put(event());
    scene().move(UID, START.plusDays(1));

    Outcome outcome = outcome(at(START.plusDays(3)), Optional.of(stored));

    assertThat(outcome).isInstanceOf(Outcome.Conflict.class);
    var change = (Change.Changed) ((Outcome.Conflict) outcome).change();
    assertThat(((When.Timed) change.event().when()).start().toInstant())
        .isEqualTo(START.plusDays(1).toInstant());
    assertThat(((When.Timed) there().when()).start().toInstant())
        .isEqualTo(START.plusDays(1).toInstant());

    put(at(START.plusDays(3)), change.stored());
    assertThat(((When.Timed) there().when()).start().toInstant())
        .isEqualTo(START.plusDays(3).toInstant());
  }

  @Test
  void aChangeWhoseAnswerWasLostIsNoConflict() throws Exception {
    Stored stored = put(event());
    put(at(START.plusDays(3)), stored);

    assertThat(outcome(at(START.plusDays(3)), Optional.of(stored)))
        .isInstanceOf(Outcome.Written.class);
  }

  @Test
  void whatWasDeletedThereIsMadeAnewOnlyWhenThePersonSaysSo() throws Exception {
    Stored stored = put(event());
    scene().delete(UID);

    assertThat(outcome(at(START.plusDays(3)), Optional.of(stored)))
        .isEqualTo(new Outcome.Conflict(new Change.Gone(UID)));
    assertThat(scene().titles()).isEmpty();

    put(at(START.plusDays(3)));
    assertThat(scene().titles()).hasSize(1);
  }

  @Test
  void anEventIsCancelledAndAnotherTimeIsNoFailure() throws Exception {
    scene().enter("Dentist");
    Stored stored = put(event());

    integration().cancel(calendar(), stored, context());
    integration().cancel(calendar(), stored, context());

    assertThat(scene().titles()).containsExactly("Dentist");
    assertThat(changes(Optional.empty()).found()).isEmpty();
    put(event());
    assertThat(scene().titles()).hasSize(2);
  }

  @Test
  void whatWasMovedThereCanBeCancelled() throws Exception {
    Stored stored = put(event());
    scene().move(UID, START.plusDays(1));

    integration().cancel(calendar(), stored, context());

    assertThat(scene().titles()).isEmpty();
  }

  @Test
  void everyStatusIsTaken() throws Exception {
    Stored stored = put(event());
    for (Status status : List.of(Status.TENTATIVE, Status.CONFIRMED)) {
      stored = put(event().withStatus(status), stored);
      assertThat(there().status()).isEqualTo(status);
    }
    put(event().withStatus(Status.CANCELLED).withSequence(3), stored);
    assertThat(changes(Optional.empty()).found())
        .allSatisfy(change -> assertThat(change).isEqualTo(new Change.Gone(UID)));
  }

  @Test
  void changesAreToldOnceAndOnlyThoseOfOurEvents() throws Exception {
    scene().enter("Dentist");
    put(event());
    Told first = changes(Optional.empty());
    assertThat(first.point().whole()).isTrue();
    assertThat(first.found()).extracting(Change::uid).containsExactly(UID);

    scene().enter("Birthday");
    scene().move(UID, START.plusDays(1));
    Told moved = changes(Optional.of(first.point().token()));
    assertThat(moved.found()).extracting(Change::uid).containsExactly(UID);
    assertThat(((Change.Changed) moved.found().getFirst()).stored().tag()).isPresent();

    Told none = changes(Optional.of(moved.point().token()));
    assertThat(none.found()).isEmpty();
    assertThat(none.point().whole()).isFalse();

    scene().delete(UID);
    Told gone = changes(Optional.of(none.point().token()));
    if (!gone.point().whole()) {
      assertThat(gone.found()).containsExactly(new Change.Gone(UID));
    }
    assertThat(gone.found()).noneMatch(Change.Changed.class::isInstance);
  }

  @Test
  void whereTheServiceForgotEverythingIsToldAnew() throws Exception {
    put(event());
    Told first = changes(Optional.empty());
    scene().forget();

    Told again = changes(Optional.of(first.point().token()));

    assertThat(again.point().whole()).isTrue();
    assertThat(again.found()).extracting(Change::uid).containsExactly(UID);
  }

  @Test
  void aTokenOfAnotherTimeIsNoFailure() throws Exception {
    put(event());

    assertThat(changes(Optional.of("zq:nonsense")).point().whole()).isTrue();
  }

  @Test
  void aHundredAndTwentyEventsAreToldWithoutOneTwice() throws Exception {
    for (int i = 0; i < 120; i++) {
      put(
          CalendarEvent.of(
              "r%d@peregrine".formatted(i),
              "Round " + i,
              new When.Timed(START.plusHours(i), Duration.ofHours(1))));
    }

    List<String> told = changes(Optional.empty()).found().stream().map(Change::uid).toList();

    assertThat(told).hasSize(120);
    assertThat(Set.copyOf(told)).hasSize(120);
  }

  @TestFactory
  Stream<DynamicTest> aRefusalSaysWhetherItIsTriedAgain() {
    return Stream.of(
            Map.entry(401, Set.of(Kind.BAD_SETTINGS)),
            Map.entry(403, Set.of(Kind.BAD_SETTINGS, Kind.REFUSED)),
            Map.entry(404, Set.of(Kind.BAD_SETTINGS)),
            Map.entry(429, Set.of(Kind.RATE_LIMITED)),
            Map.entry(500, Set.of(Kind.UNAVAILABLE)),
            Map.entry(503, Set.of(Kind.UNAVAILABLE)),
            Map.entry(507, Set.of(Kind.REFUSED)))
        .flatMap(
            status ->
                Stream.of("put", "changes", "cancel")
                    .filter(deed -> !deed.equals("cancel") || status.getKey() != 404)
                    .map(
                        deed ->
                            test(
                                "%s %d".formatted(deed, status.getKey()),
                                () -> {
                                  ExtensionException why = refused(deed, status.getKey());
                                  assertThat(why.kind()).isIn(status.getValue());
                                  if (status.getKey() == 429) {
                                    assertThat(why.retryAfter()).contains(Duration.ofSeconds(30));
                                  }
                                })));
  }

  private ExtensionException refused(String deed, int status) throws Exception {
    Stored stored = put(event());
    String calendar = calendar();
    server()
        .otherwise(
            request ->
                RecordedAnswer.json(failure(status, repeated(status)))
                    .withStatus(status)
                    .withHeader("Retry-After", "30"));
    FakeIntegrationContext context = context();
    return tried(
            () -> {
              switch (deed) {
                case "put" -> {
                  var _ = integration().put(calendar, event(), Optional.of(stored), context);
                }
                case "cancel" -> integration().cancel(calendar, stored, context);
                default -> {
                  var _ = integration().changes(calendar, Optional.empty(), context, change -> {});
                }
              }
            },
            context)
        .orElseThrow(() -> new AssertionError("\"%s\" succeeded.".formatted(deed)));
  }

  @TestFactory
  Stream<DynamicTest> answersThatNobodyUnderstandsAreFailuresOfTheService() {
    return Stream.of("nonsense", "{}", "", "<a><b>", "[17]")
        .map(
            nonsense ->
                test(
                    "\"" + nonsense + "\"",
                    () -> {
                      String calendar = calendar();
                      server().otherwise(request -> RecordedAnswer.json(nonsense));
                      FakeIntegrationContext context = context();
                      Optional<ExtensionException> why =
                          tried(
                              () -> {
                                var _ =
                                    integration()
                                        .changes(calendar, Optional.empty(), context, c -> {});
                              },
                              context);
                      assertThat(why.map(ExtensionException::kind)).contains(Kind.CHANGED_REMOTE);
                    }));
  }

  @Test
  void aServiceThatSaysNothingToAnEventIsUnavailable() throws Exception {
    String calendar = calendar();
    var silent = new CountDownLatch(1);
    server()
        .otherwise(
            request -> {
              awaitQuietly(silent);
              return RecordedAnswer.status(200);
            });
    FakeIntegrationContext context = context(Map.of(), Duration.ofMillis(400));

    Optional<ExtensionException> why =
        tried(
            () -> {
              var _ = integration().put(calendar, event(), Optional.empty(), context);
            },
            context);

    silent.countDown();
    assertThat(why.orElseThrow().kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** The first calendar that can be written to. */
  protected final String calendar() throws Exception {
    return integration().calendars(context()).getFirst().id();
  }

  /** An event at half past nine. */
  protected final CalendarEvent event() {
    return at(START);
  }

  private static CalendarEvent at(ZonedDateTime start) {
    return CalendarEvent.of(
        UID, "Interview: Hafenlicht", new When.Timed(start, Duration.ofMinutes(90)));
  }

  /** Puts an event that was not put before. */
  protected final Stored put(CalendarEvent event) throws Exception {
    return written(outcome(event, Optional.empty()));
  }

  /** Puts an event in place of a former one. */
  protected final Stored put(CalendarEvent event, Stored former) throws Exception {
    return written(outcome(event, Optional.of(former)));
  }

  private static Stored written(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Written.class);
    return ((Outcome.Written) outcome).stored();
  }

  private Outcome outcome(CalendarEvent event, Optional<Stored> former) throws Exception {
    return integration().put(calendar(), event, former, context());
  }

  /**
   * What was told.
   *
   * @param found in that order
   */
  protected record Told(SyncPoint point, List<Change> found) {}

  /** What the calendar tells. */
  protected final Told changes(Optional<String> since) throws Exception {
    var found = new ArrayList<Change>();
    SyncPoint point = integration().changes(calendar(), since, context(), found::add);
    return new Told(point, found);
  }

  /** The one event that was put, as it is there. */
  protected final CalendarEvent there() throws Exception {
    List<Change> found = changes(Optional.empty()).found();
    assertThat(found).hasSize(1);
    assertThat(found.getFirst()).isInstanceOf(Change.Changed.class);
    return ((Change.Changed) found.getFirst()).event();
  }
}
