package dev.peregrine.plugin.integration.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.integration.Calendar;
import dev.peregrine.api.integration.Calendar.Change;
import dev.peregrine.api.integration.Calendar.Outcome;
import dev.peregrine.api.integration.Calendar.Stored;
import dev.peregrine.api.integration.CalendarEvent;
import dev.peregrine.api.integration.CalendarEvent.When;
import dev.peregrine.api.integration.SyncPoint;
import dev.peregrine.testkit.FakeIntegrationContext;
import dev.peregrine.testkit.FakeStateStore;
import dev.peregrine.testkit.SettableClock;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** A real CalDAV server, and another program that reads what lies there. */
class RadicaleTest {

  private static final ZonedDateTime START =
      ZonedDateTime.parse("2027-03-29T09:30+02:00[Europe/Berlin]");
  private static final String UID = "4f1c9@peregrine";

  @TempDir static Path folder;
  private static Radicale server;

  private final CalDav calDav = new CalDav();
  private String calendar = "";

  @BeforeAll
  static void start() throws Exception {
    server = Radicale.start(folder);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void make(TestInfo test) throws Exception {
    calendar =
        calDav.create("Äpfel & " + test.getTestMethod().orElseThrow().getName(), context()).id();
  }

  private static FakeIntegrationContext context(String... more) {
    var values =
        new HashMap<>(
            Map.of(
                "base-url", server.address().toString(),
                "username", Radicale.USER,
                "password", Radicale.PASSWORD));
    for (int i = 0; i < more.length; i += 2) {
      values.put(more[i], more[i + 1]);
    }
    return new FakeIntegrationContext(
        new CalDav().descriptor(),
        values,
        SettableClock.at("2026-11-22T09:00:00Z"),
        new FakeStateStore(),
        Duration.ofSeconds(20));
  }

  private static CalendarEvent event(ZonedDateTime start) {
    return CalendarEvent.of(
            UID, "Interview 👩‍💻; mit, Ada", new When.Timed(start, Duration.ofHours(1)))
        .withPlace(Optional.of("Halle 3"))
        .withText(Optional.of("Eins\nZwei"))
        .withAlarms(Duration.ofMinutes(15));
  }

  private Outcome put(CalendarEvent event, Optional<Stored> former) throws Exception {
    return calDav.put(calendar, event, former, context());
  }

  private Stored put(CalendarEvent event) throws Exception {
    return ((Outcome.Written) put(event, Optional.empty())).stored();
  }

  private record Told(SyncPoint point, List<Change> found) {}

  private Told changes(Optional<String> since) throws Exception {
    var found = new ArrayList<Change>();
    return new Told(calDav.changes(calendar, since, context(), found::add), found);
  }

  @Test
  void calendarsAreFoundFromTheServersAddressAndMadeOnce() throws Exception {
    String name = "Äpfel & calendarsAreFoundFromTheServersAddressAndMadeOnce";

    assertThat(calDav.create(name, context()).id()).isEqualTo(calendar);
    assertThat(calDav.calendars(context())).extracting(Calendar.Shown::name).contains(name);
    assertThat(calDav.test(context())).contains(name);
  }

  @Test
  void aWrongPasswordIsSaidWithoutIt() {
    var context = context("password", "s3cret-other-1234");

    assertThatThrownBy(() -> calDav.test(context))
        .isInstanceOfSatisfying(
            ExtensionException.class,
            why -> assertThat(why.kind()).isEqualTo(ExtensionException.Kind.BAD_SETTINGS))
        .hasMessageNotContaining("s3cret-other");
  }

  @Test
  void anotherProgramReadsTheTimeInItsZone() throws Exception {
    Stored stored = put(event(START));

    VEvent read = read(stored);

    assertThat(((ZonedDateTime) read.getDateTimeStart().getDate()).toInstant())
        .isEqualTo(START.toInstant());
    assertThat(read.getSummary().getValue()).isEqualTo("Interview 👩‍💻; mit, Ada");
    assertThat(read.getAlarms()).hasSize(1);
  }

  @Test
  void whatWasChangedThereIsToldAndNotOverwritten() throws Exception {
    Stored stored = put(event(START));
    Told first = changes(Optional.empty());
    assertThat(first.point().token()).startsWith("sync:");
    assertThat(first.found()).hasSize(1);
    assertThat(changes(Optional.of(first.point().token())).found()).isEmpty();

    String text = get(stored).replace("T093000", "T140000").replace("T103000", "T150000");
    assertThat(call("PUT", stored, text).status()).isBetween(200, 204);

    Told moved = changes(Optional.of(first.point().token()));
    assertThat(moved.point().whole()).isFalse();
    assertThat(moved.found())
        .singleElement()
        .isInstanceOfSatisfying(
            Change.Changed.class,
            change ->
                assertThat(((When.Timed) change.event().when()).start().toInstant())
                    .isEqualTo(START.withHour(14).withMinute(0).toInstant()));
    Outcome outcome = put(event(START.plusDays(2)), Optional.of(stored));
    assertThat(outcome).isInstanceOf(Outcome.Conflict.class);
    var conflict = (Change.Changed) ((Outcome.Conflict) outcome).change();
    assertThat(put(event(START.plusDays(2)), Optional.of(conflict.stored())))
        .isInstanceOf(Outcome.Written.class);
  }

  @Test
  void whatWasDeletedThereIsTold() throws Exception {
    Stored stored = put(event(START));
    Told first = changes(Optional.empty());
    assertThat(call("DELETE", stored, "").status()).isEqualTo(200);

    assertThat(changes(Optional.of(first.point().token())).found())
        .containsExactly(new Change.Gone(UID));
    assertThat(put(event(START.plusDays(1)), Optional.of(stored)))
        .isEqualTo(new Outcome.Conflict(new Change.Gone(UID)));
  }

  @Test
  void aCancelledEventIsGoneAndOthersStay() throws Exception {
    Stored stored = put(event(START));
    var foreign =
        new Stored("dentist", calendar + "dentist.ics", Optional.empty(), Optional.empty());
    assertThat(call("PUT", foreign, get(stored).replace(UID, "dentist")).status()).isEqualTo(201);

    calDav.cancel(calendar, stored, context());
    calDav.cancel(calendar, stored, context());

    assertThat(changes(Optional.empty()).found()).isEmpty();
    assertThat(get(foreign)).contains("UID:dentist");
  }

  @Test
  void aTokenThatTheServerDoesNotKnowLeadsToAll() throws Exception {
    put(event(START));

    Told told = changes(Optional.of("sync:http://radicale.org/ns/sync/" + "0".repeat(64)));

    assertThat(told.point().whole()).isTrue();
    assertThat(told.found()).hasSize(1);
  }

  @Test
  void aCalendarThatWasDeletedIsSaid() throws Exception {
    Stored stored = put(event(START));
    var whole = new Stored("x", calendar, Optional.empty(), Optional.empty());
    assertThat(call("DELETE", whole, "").status()).isEqualTo(200);

    assertThatThrownBy(() -> put(event(START.plusDays(1)), Optional.of(stored)))
        .isInstanceOfSatisfying(
            ExtensionException.class,
            why -> assertThat(why.kind()).isEqualTo(ExtensionException.Kind.BAD_SETTINGS));
  }

  private VEvent read(Stored stored) throws Exception {
    return (VEvent)
        new CalendarBuilder()
            .build(new java.io.StringReader(get(stored)))
            .getComponent("VEVENT")
            .orElseThrow();
  }

  private String get(Stored stored) throws Exception {
    return call("GET", stored, "").body();
  }

  private record Answer(int status, String body) {}

  private static Answer call(String method, Stored stored, String body) throws Exception {
    var call = (HttpURLConnection) URI.create(stored.remoteId()).toURL().openConnection();
    byte[] both = (Radicale.USER + ":" + Radicale.PASSWORD).getBytes(StandardCharsets.UTF_8);
    call.setRequestProperty("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    call.setRequestMethod(method);
    if (method.equals("PUT")) {
      call.setDoOutput(true);
      call.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
    int status = call.getResponseCode();
    try (InputStream answer =
        status < 400 ? call.getInputStream() : InputStream.nullInputStream()) {
      return new Answer(status, new String(answer.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
