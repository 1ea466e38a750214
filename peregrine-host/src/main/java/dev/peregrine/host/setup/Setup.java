package dev.peregrine.host.setup;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tiers.Entitlements;
import dev.peregrine.host.tiers.Licences;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far the current tenant's setup is. Stored after each step, so that a closed tab or a crash
 * loses nothing. What somebody did elsewhere counts, too: who has a résumé need not be asked.
 */
public final class Setup {

  private static final Set<SetupStep> CAN_WAIT =
      EnumSet.of(SetupStep.INFERENCE, SetupStep.INTEGRATIONS);

  private final Databases databases;
  private final SearchProfiles profiles;
  private final Resumes resumes;
  private final Licences licences;
  private final Entitlements entitlements;
  private final InstantSource clock;

  public Setup(
      Databases databases,
      SearchProfiles profiles,
      Resumes resumes,
      Licences licences,
      Entitlements entitlements,
      InstantSource clock) {
    this.databases = databases;
    this.profiles = profiles;
    this.resumes = resumes;
    this.licences = licences;
    this.entitlements = entitlements;
    this.clock = clock;
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(SetupMapper.class);
  }

  /**
   * A line for the first page.
   *
   * @return such as {@code Setup: 4 of 7}; empty where nothing is open
   */
  public Optional<String> line() {
    Map<SetupStep, StepState> states = states();
    return count(states, StepState.OPEN) == 0
        ? Optional.empty()
        : Optional.of(t("setup.line", "done", count(states, StepState.DONE), "all", states.size()));
  }

  /** Whether a person who says nothing of what they look for should be asked first. */
  public boolean comesFirst() {
    return states().get(SetupStep.SEARCH) == StepState.OPEN;
  }

  /** Whether nothing was done yet, here or elsewhere. */
  boolean isFresh() {
    return stored().isEmpty() && count(states(), StepState.OPEN) == SetupStep.all().size();
  }

  Map<SetupStep, StepState> states() {
    Map<SetupStep, StepState> stored = stored();
    var states = new EnumMap<SetupStep, StepState>(SetupStep.class);
    for (SetupStep step : SetupStep.values()) {
      Optional<StepState> said = Optional.ofNullable(stored.get(step));
      boolean decided =
          said.filter(state -> state == StepState.DONE || state == StepState.OPEN).isPresent();
      states.put(
          step, !decided && isDoneElsewhere(step) ? StepState.DONE : said.orElse(StepState.OPEN));
    }
    return states;
  }

  private boolean isDoneElsewhere(SetupStep step) {
    return switch (step) {
      // What was found out or filled in by Peregrine wants a look all the same.
      case HARDWARE, IDENTITY, INTEGRATIONS -> false;
      case TIER -> licences.state().tier().isPresent();
      case RESUME -> resumes.current().isPresent();
      case INFERENCE -> entitlements.current().ownBackend();
      case SEARCH -> hasProfile();
    };
  }

  private boolean hasProfile() {
    try {
      return !profiles.all().isEmpty();
    } catch (ConfigException unreadable) {
      return true; // there is something, and its own page says what is wrong with it
    }
  }

  private Map<SetupStep, StepState> stored() {
    var stored = new EnumMap<SetupStep, StepState>(SetupStep.class);
    for (SetupMapper.Row row :
        databases.current().read(mappers -> mappers.of(SetupMapper.class).all())) {
      SetupStep.find(row.step()).ifPresent(step -> stored.put(step, StepState.of(row.state())));
    }
    return stored;
  }

  static long count(Map<SetupStep, StepState> states, StepState state) {
    return states.values().stream().filter(state::equals).count();
  }

  void save(Collection<SetupStep> steps, StepState state) {
    Instant now = clock.instant();
    databases
        .current()
        .write(
            mappers -> {
              var mapper = mappers.of(SetupMapper.class);
              steps.forEach(step -> mapper.save(step.key(), state.key(), now));
              return steps;
            });
  }

  /** Marks a step as done. */
  void done(SetupStep step) {
    save(List.of(step), StepState.DONE);
  }

  /** Goes through what is open as somebody does who is in no need of services or models. */
  public void finish() {
    List<SetupStep> open = open();
    save(open, StepState.DONE);
    save(open.stream().filter(step -> CAN_WAIT.contains(step)).toList(), StepState.LATER);
  }

  /** Forgets what was decided about steps. */
  void forget(Collection<SetupStep> steps) {
    databases
        .current()
        .write(
            mappers -> {
              var mapper = mappers.of(SetupMapper.class);
              steps.forEach(step -> mapper.remove(step.key()));
              return steps;
            });
  }

  List<SetupStep> open() {
    Map<SetupStep, StepState> states = states();
    return SetupStep.all().stream().filter(step -> states.get(step) == StepState.OPEN).toList();
  }

  /** Where to go on: the first that is open, else the first that was left for later. */
  Optional<SetupStep> next() {
    Map<SetupStep, StepState> states = states();
    return first(states, StepState.OPEN).or(() -> first(states, StepState.LATER));
  }

  private static Optional<SetupStep> first(Map<SetupStep, StepState> states, StepState state) {
    return SetupStep.all().stream().filter(step -> states.get(step) == state).findFirst();
  }

  /**
   * The page after a step: the next open one behind it, then those before it, then the overview.
   */
  String after(SetupStep step) {
    List<SetupStep> open = open();
    return open.stream()
        .filter(each -> each.compareTo(step) > 0)
        .findFirst()
        .or(() -> open.stream().findFirst())
        .map(SetupStep::path)
        .orElse(SetupRoutes.ALL);
  }
}
