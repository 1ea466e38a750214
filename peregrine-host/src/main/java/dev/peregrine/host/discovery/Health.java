package dev.peregrine.host.discovery;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.Settings;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.discovery.DiscoveryMapper.HealthRow;
import dev.peregrine.host.plugins.Extension;
import dev.peregrine.host.plugins.ExtensionSettings;
import dev.peregrine.host.storage.Databases;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which boards rest, until when and why: one policy for each kind of failure. */
final class Health {

  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final Duration USUAL_WAIT = Duration.ofMinutes(15);
  private static final Duration LONGEST_WAIT = Duration.ofHours(24);

  /** Why a board is not asked now. */
  record Rest(OutcomeState state, String sentence) {}

  private final Databases databases;
  private final ExtensionSettings settings;
  private final InstantSource clock;
  private final ZoneId zone;

  Health(Databases databases, ExtensionSettings settings, InstantSource clock, ZoneId zone) {
    this.databases = databases;
    this.settings = settings;
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
    boolean waits = health.restsUntil() != null && clock.instant().isBefore(health.restsUntil());
    return switch (OutcomeState.of(health.state())) {
      case NEEDS_SETTINGS ->
          when(
              !errand.force() && health.basis().equals(settingsBasis(errand)),
              OutcomeState.NEEDS_SETTINGS,
              health.sentence() + " It rests until its settings change.");
      case BROKEN ->
          when(
              !errand.force() && health.basis().equals(pluginBasis(errand.board())),
              OutcomeState.BROKEN,
              health.sentence() + " It rests until its plugin is updated.");
      case BLOCKED -> when(waits && !errand.force(), OutcomeState.BLOCKED, blocked(health));
      case RESTING -> when(waits, OutcomeState.RESTING, waiting(health));
      case DONE -> restAfterRead(errand, health);
      case WAITING, READING, FAILED, STOPPED -> Optional.empty();
    };
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
  Rest failed(Errand errand, ExtensionException failure) {
    String message = Sentences.ended(message(failure));
    Instant now = clock.instant();
    return switch (failure.kind()) {
      case BAD_SETTINGS -> {
        note(errand, OutcomeState.NEEDS_SETTINGS, null, message, settingsBasis(errand));
        yield new Rest(
            OutcomeState.NEEDS_SETTINGS, message + " It rests until its settings change.");
      }
      case REFUSED -> {
        Instant until =
            now.atZone(zone).toLocalDate().plusDays(1).atTime(MORNING).atZone(zone).toInstant();
        HealthRow row = note(errand, OutcomeState.BLOCKED, until, message, "");
        yield new Rest(OutcomeState.BLOCKED, blocked(row));
      }
      case RATE_LIMITED -> {
        Duration wait = failure.retryAfter().orElse(USUAL_WAIT);
        Duration capped = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        HealthRow row = note(errand, OutcomeState.RESTING, now.plus(capped), message, "");
        yield new Rest(OutcomeState.RESTING, waiting(row));
      }
      case UNAVAILABLE -> {
        note(errand, OutcomeState.FAILED, null, message, "");
        yield new Rest(OutcomeState.FAILED, message + " It is asked again in the next run.");
      }
      case CHANGED_REMOTE, UNSUPPORTED -> {
        note(errand, OutcomeState.BROKEN, null, message, pluginBasis(errand.board()));
        yield new Rest(OutcomeState.BROKEN, message + " It rests until its plugin is updated.");
      }
    };
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
    note(errand, OutcomeState.DONE, null, sentence, "");
  }

  private HealthRow note(
      Errand errand, OutcomeState state, @Nullable Instant until, String sentence, String basis) {
    var row =
        new HealthRow(errand.board().id(), state.key(), until, sentence, basis, clock.instant());
    databases
        .current()
        .write(
            mappers -> {
              mappers.of(DiscoveryMapper.class).saveHealth(row);
              return row;
            });
    return row;
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

  private static String pluginBasis(Extension<JobBoard> board) {
    return board.plugin().version() + " " + board.plugin().sha256();
  }

  /** A hash, because secrets are among the settings. */
  private String settingsBasis(Errand errand) {
    var values = new TreeMap<String, String>(settings.entered(errand.descriptor()));
    for (Errand.Search search : errand.searches()) {
      BoardQuery query = search.query();
      values.merge("employers", query.employers().toString(), String::concat);
    }
    try {
      Settings current = settings.of(errand.descriptor(), Map.of());
      for (SettingSpec spec : errand.descriptor().about().settings()) {
        if (spec instanceof SettingSpec.Secret) {
          values.put(spec.key(), current.secret(spec.key()).orElse(""));
        }
      }
    } catch (ExtensionException incomplete) {
      settings.secrets(errand.descriptor()).forEach(key -> values.put(key, "set"));
    }
    return hash(values.toString());
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
