package dev.peregrine.host.llm;

import dev.peregrine.api.llm.LlmDescriptor;
import dev.peregrine.host.config.NamedBackend;
import java.util.Optional;

/**
 * A backend that the person set up, and how it does.
 *
 * @param kind what runs it; empty where no plugin that is on does
 * @param reach how far goes what it is sent
 * @param host where it is, for people; empty for nowhere else
 * @param sentence how it does
 */
public record LlmState(
    NamedBackend named,
    Optional<LlmDescriptor> kind,
    Reach reach,
    String host,
    Doing doing,
    String sentence) {

  /** How it does. */
  public enum Doing {
    /** It answered lately. */
    ANSWERS,
    /** It was not asked lately. */
    NOT_ASKED,
    /** The person switched it off. */
    OFF,
    /** It is left alone for a while, or until its settings change. */
    RESTS,
    /** It runs, and does not have the model that the person chose. */
    MODEL_MISSING,
    /** It cannot be asked: its plugin or a setting is missing. */
    CANNOT
  }

  /** The person's name for it. */
  public String name() {
    return named.name();
  }

  /** What people call its kind. */
  public String kindName() {
    return kind.map(each -> each.about().name()).orElse(named.type());
  }

  /** The model that it lacks and could fetch. */
  public Optional<String> toFetch() {
    boolean fetches =
        kind.filter(each -> each.can().contains(LlmDescriptor.Capability.PULL)).isPresent();
    return doing == Doing.MODEL_MISSING && fetches ? Optional.of(named.model()) : Optional.empty();
  }

  /** Whether it is on and what it is sent leaves the person's network. */
  public boolean sendsAway() {
    return named.enabled() && kind.isPresent() && reach.leaves();
  }
}
