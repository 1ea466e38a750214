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

  /** Whether it is on and what it is sent leaves the person's network. */
  public boolean sendsAway() {
    return named.enabled() && kind.isPresent() && reach.leaves();
  }
}
