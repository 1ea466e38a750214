package dev.peregrine.host.discovery;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.host.discovery.DiscoveryMapper.HealthRow;
import dev.peregrine.host.storage.Databases;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which boards rest, until when and why: one policy for each kind of failure. */
final class Health {

  /** Basis of a rest that the board's operator asked for: nobody overrides it. */
  static final String ASKED = "asked";

  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final Duration LONGEST_WAIT = Duration.ofHours(24);

  /** Why a board is not asked now. */
  record Rest(OutcomeState state, String sentence) {}

  private final Databases databases;
  private final ReadStore reads;
  private final Fingerprints fingerprints;
  private final InstantSource clock;
  private final ZoneId zone;

  Health(Databases databases, Fingerprints fingerprints, InstantSource clock, ZoneId zone) {
    this.databases = databases;
    this.reads = new ReadStore(databases);
    this.fingerprints = fingerprints;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * Why a board rests; empty where it does not. A person's "try now" overrides what the host
   * decided, not what the board's operator asked for.
   */
  Optional<Rest> rest(Errand errand) {
    Optional<HealthRow> row = row(errand);
    if (row.isEmpty()) {
      return Optional.empty();
    }
    HealthRow health = row.get();
    boolean waits = waits(health, clock.instant());
    boolean mayWait = waits && !errand.force();
    OutcomeState state = OutcomeState.of(health.state());
    return switch (state) {
      case NEEDS_SETTINGS ->
          when(
              !errand.force() && health.basis().equals(fingerprints.settings(errand)),
              state,
              untilSettings(health.sentence()));
      case BROKEN ->
          when(
              mayWait && health.basis().equals(Fingerprints.plugin(errand.board())),
              state,
              waiting(health));
      case BLOCKED -> when(mayWait, state, blocked(health));
      case FAILED -> when(mayWait, state, waiting(health));
      case RESTING ->
          when(waits && (!errand.force() || health.basis().equals(ASKED)), state, waiting(health));
      case DONE -> restAfterRead(errand, health);
      case WAITING, READING, STOPPED, NEEDS_BROWSER -> Optional.empty();
    };
  }

  static boolean waits(HealthRow row, Instant now) {
    return row.restsUntil() != null && now.isBefore(row.restsUntil());
  }

  private Optional<Rest> restAfterRead(Errand errand, HealthRow health) {
    Duration rest = errand.descriptor().rest();
    Instant until = health.at().plus(rest);
    return when(
        clock.instant().isBefore(until),
        OutcomeState.RESTING,
        "It asks for %s between two searches and was read %s ago. Then it said: %s"
            .formatted(
                Sentences.length(rest),
                Sentences.length(Duration.between(health.at(), clock.instant())),
                health.sentence().isEmpty() ? "nothing more." : health.sentence()));
  }

  /** Notes a failure and gives what to say about it. */
  Rest failed(Errand errand, OutcomeState state, ExtensionException failure) {
    String message = Sentences.ended(message(failure));
    int failures = failures(errand);
    Instant pause = clock.instant().plus(BackOff.after(failures));
    return switch (state) {
      case NEEDS_SETTINGS -> {
        note(errand, state, null, message, fingerprints.settings(errand), failures);
        yield new Rest(state, untilSettings(message));
      }
      case BLOCKED ->
          new Rest(state, blocked(note(errand, state, nextMorning(), message, "", failures)));
      case RESTING -> {
        Optional<Instant> asked = failure.retryAfter().map(wait -> clock.instant().plus(cut(wait)));
        String basis = asked.isPresent() ? ASKED : "";
        HealthRow row = note(errand, state, asked.orElse(pause), message, basis, failures);
        yield new Rest(state, waiting(row));
      }
      case NEEDS_BROWSER -> {
        note(errand, state, null, message, "", failures);
        yield new Rest(state, message);
      }
      case BROKEN -> {
        String basis = Fingerprints.plugin(errand.board());
        yield new Rest(state, waiting(note(errand, state, pause, message, basis, failures)));
      }
      case FAILED -> {
        if (isOwnNetwork(failure)) {
          note(errand, state, null, message, "", failures - 1);
          yield new Rest(state, message + " It is asked again in the next run.");
        }
        yield new Rest(state, waiting(note(errand, state, pause, message, "", failures)));
      }
      case WAITING, READING, DONE, STOPPED ->
          throw new IllegalArgumentException("State \"%s\" is no failure.".formatted(state));
    };
  }

  /** Notes a fault of the plugin and gives what to say about it. */
  Rest faulty(Errand errand, String message) {
    return failed(
        errand,
        OutcomeState.FAILED,
        new ExtensionException(ExtensionException.Kind.UNAVAILABLE, message));
  }

  /** How often in a row it failed by now; another try during a rest makes no rest longer. */
  private int failures(Errand errand) {
    return row(errand)
        .map(row -> row.failures() + (waits(row, clock.instant()) ? 0 : 1))
        .map(failures -> Math.max(1, failures))
        .orElse(1);
  }

  /** Where names are not found at all, it is rather this computer that is offline. */
  private static boolean isOwnNetwork(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof UnknownHostException
        || failure instanceof NoRouteToHostException
        || (cause != null && isOwnNetwork(cause));
  }

  private Instant nextMorning() {
    return clock
        .instant()
        .atZone(zone)
        .toLocalDate()
        .plusDays(1)
        .atTime(MORNING)
        .atZone(zone)
        .toInstant();
  }

  private static Duration cut(Duration wait) {
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private Optional<HealthRow> row(Errand errand) {
    return databases
        .current()
        .read(mappers -> mappers.of(DiscoveryMapper.class).health(errand.board().id()));
  }

  /** Notes that a board was read; most often there is nothing to note. */
  void read(Errand errand, String sentence) {
    boolean wasWell =
        row(errand).map(row -> row.state().equals(OutcomeState.DONE.key())).orElse(true);
    if (wasWell && errand.descriptor().rest().isZero()) {
      return;
    }
    note(errand, OutcomeState.DONE, null, sentence, "", 0);
  }

  /** Keeps what a reading brought and gives in what it fell behind the board's own past. */
  String noted(Errand errand, BoardRead read) {
    return reads.add(errand.board().id(), fingerprints.breadth(errand), read);
  }

  private HealthRow note(
      Errand errand,
      OutcomeState state,
      @Nullable Instant until,
      String sentence,
      String basis,
      int failures) {
    var row =
        new HealthRow(
            errand.board().id(), state.key(), until, sentence, basis, failures, clock.instant());
    databases
        .current()
        .write(
            mappers -> {
              mappers.of(DiscoveryMapper.class).saveHealth(row);
              return row;
            });
    return row;
  }

  private static String untilSettings(String sentence) {
    return sentence + " It rests until its settings change.";
  }

  private String blocked(HealthRow row) {
    return row.sentence()
        + " That says nothing about the jobs there."
        + until(" It rests until %s.", row);
  }

  private String waiting(HealthRow row) {
    return row.sentence() + until(" It is asked again after %s.", row);
  }

  private String until(String sentence, HealthRow row) {
    return row.restsUntil() == null
        ? ""
        : sentence.formatted(Sentences.time(row.restsUntil(), clock.instant(), zone));
  }

  private static Optional<Rest> when(boolean rests, OutcomeState state, String sentence) {
    return rests ? Optional.of(new Rest(state, sentence)) : Optional.empty();
  }

  static String message(ExtensionException failure) {
    String message = failure.getMessage();
    if (message == null || message.isBlank()) {
      return "It did not say why.";
    }
    return message.length() > 400 ? message.substring(0, 400) + "…" : message;
  }
}
