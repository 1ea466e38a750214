package dev.peregrine.host.discovery;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.config.Blocklist;
import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.discovery.DiscoveryMapper.HealthRow;
import dev.peregrine.host.plugins.Extension;
import dev.peregrine.host.plugins.ExtensionSettings;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.storage.Databases;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How the current tenant's boards are. */
public final class Sources {

  private static final Duration QUIET = Duration.ofDays(3);
  private static final Duration OF_LATE = Duration.ofDays(7);
  private static final SettingSpec PROXIES = SettingSpec.proxies();

  private final Databases databases;
  private final ReadStore reads;
  private final SearchProfiles profiles;
  private final PluginRuntime plugins;
  private final ExtensionSettings settings;
  private final Fingerprints fingerprints;
  private final InstantSource clock;

  Sources(
      Databases databases,
      SearchProfiles profiles,
      PluginRuntime plugins,
      ExtensionSettings settings,
      InstantSource clock) {
    this.databases = databases;
    this.reads = new ReadStore(databases);
    this.profiles = profiles;
    this.plugins = plugins;
    this.settings = settings;
    this.fingerprints = new Fingerprints(settings);
    this.clock = clock;
  }

  /** What is known of a board before it is judged. */
  private record Known(
      Errand errand,
      boolean wanted,
      Optional<HealthRow> row,
      List<BoardRead> reads,
      Optional<Instant> lastNew) {}

  /** What was found out about it. */
  private record Verdict(
      SourceState state,
      String sentence,
      Optional<Instant> until,
      boolean isAsked,
      boolean isDrift) {

    static Verdict of(SourceState state, String sentence) {
      return new Verdict(state, sentence, Optional.empty(), false, false);
    }

    Verdict until(Optional<Instant> time, boolean asked) {
      return new Verdict(state, sentence, time, asked, isDrift);
    }
  }

  /** Every board that is switched on, by name. */
  public List<SourceHealth> all() {
    List<Extension<JobBoard>> installed = plugins.extensions(JobBoard.class);
    Map<String, List<SearchProfile>> wanted = Planner.wanted(profiles.all(), List.of(), installed);
    Map<String, HealthRow> rows =
        databases.current().read(mappers -> mappers.of(DiscoveryMapper.class).allHealth()).stream()
            .collect(Collectors.toMap(HealthRow::board, Function.identity()));
    Map<String, List<BoardRead>> latest = reads.latest();
    Map<String, Instant> lastNew = reads.lastNew();
    var planner = new Planner(Blocklist.NONE, clock);
    var all = new ArrayList<SourceHealth>();
    for (Extension<JobBoard> board : installed) {
      String id = board.id();
      all.add(
          health(
              new Known(
                  planner.errand(board, wanted.getOrDefault(id, List.of()), false),
                  wanted.containsKey(id),
                  Optional.ofNullable(rows.get(id)),
                  latest.getOrDefault(id, List.of()),
                  Optional.ofNullable(lastNew.get(id)))));
    }
    all.sort(Comparator.comparing(SourceHealth::name, String.CASE_INSENSITIVE_ORDER));
    return all;
  }

  /** How many boards may have changed. Quick. */
  public long changed() {
    return reads.changed();
  }

  /** The person says that a board is right as it is now; gives whether there was a doubt. */
  public boolean accept(String board) {
    return reads.accept(board);
  }

  private SourceHealth health(Known known) {
    Verdict verdict = verdict(known);
    Instant late = clock.instant().minus(OF_LATE);
    boolean asked = !known.reads().isEmpty() && known.reads().getLast().at().isAfter(late);
    BoardDescriptor descriptor = known.errand().descriptor();
    return new SourceHealth(
        descriptor.about().id(),
        descriptor.about().name(),
        verdict.state(),
        verdict.sentence(),
        verdict.until(),
        verdict.isAsked(),
        verdict.isDrift(),
        known.lastNew(),
        known.wanted() || asked,
        known.reads());
  }

  private Verdict verdict(Known known) {
    Optional<String> missing = missing(known.errand().descriptor());
    if (missing.isPresent()) {
      return Verdict.of(unset(known), missing.get());
    }
    if (known.row().isEmpty()) {
      return afterRead(known);
    }
    HealthRow row = known.row().get();
    Optional<Instant> until =
        Optional.ofNullable(row.restsUntil()).filter(end -> Health.waits(row, clock.instant()));
    return switch (OutcomeState.of(row.state())) {
      case NEEDS_SETTINGS ->
          row.basis().equals(fingerprints.settings(known.errand()))
              ? Verdict.of(unset(known), row.sentence())
              : Verdict.of(SourceState.NEW, "Its settings have changed since it was asked.");
      case BROKEN ->
          row.basis().equals(Fingerprints.plugin(known.errand().board()))
              ? Verdict.of(SourceState.CHANGED, row.sentence()).until(until, false)
              : Verdict.of(SourceState.NEW, "Its plugin was replaced since it was asked.");
      case NEEDS_BROWSER -> Verdict.of(SourceState.NEEDS_BROWSER, row.sentence());
      case BLOCKED -> Verdict.of(SourceState.BLOCKED, row.sentence()).until(until, false);
      case FAILED -> Verdict.of(SourceState.AWAY, row.sentence()).until(until, false);
      case RESTING ->
          until.isPresent()
              ? Verdict.of(SourceState.RESTING, row.sentence())
                  .until(until, row.basis().equals(Health.ASKED))
              : afterRead(known);
      case DONE -> {
        Instant end = row.at().plus(known.errand().descriptor().rest());
        yield afterRead(known)
            .until(Optional.of(end).filter(time -> clock.instant().isBefore(time)), true);
      }
      case WAITING, READING, STOPPED -> afterRead(known);
    };
  }

  private static Verdict afterRead(Known known) {
    Optional<BoardRead> last =
        known.reads().reversed().stream()
            .filter(read -> read.state() == OutcomeState.DONE)
            .findFirst();
    if (last.isEmpty()) {
      return Verdict.of(SourceState.NEW, "");
    }
    if (!last.get().changed().isEmpty()) {
      return new Verdict(SourceState.CHANGED, last.get().changed(), Optional.empty(), false, true);
    }
    boolean quiet =
        known.lastNew().map(time -> time.isBefore(last.get().at().minus(QUIET))).orElse(true);
    return Verdict.of(quiet ? SourceState.QUIET : SourceState.FINE, last.get().sentence());
  }

  /** What a required setting asks for; empty where all is there. */
  private Optional<String> missing(BoardDescriptor descriptor) {
    try {
      settings.of(descriptor, Map.of());
      return Optional.empty();
    } catch (ExtensionException incomplete) {
      return Optional.of(Health.message(incomplete));
    }
  }

  private static SourceState unset(Known known) {
    boolean takesKey =
        known.errand().descriptor().about().settings().stream()
            .anyMatch(spec -> spec instanceof SettingSpec.Secret && !spec.equals(PROXIES));
    return takesKey ? SourceState.NEEDS_KEY : SourceState.NEEDS_SETTINGS;
  }
}
