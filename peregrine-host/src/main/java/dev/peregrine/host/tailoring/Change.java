package dev.peregrine.host.tailoring;

import java.time.Instant;
import java.util.List;

/**
 * A change of a résumé for one job.
 *
 * @param resume the lane that it changes
 * @param place in the résumé's JSON, such as {@code work/0/highlights/2}; positions may move, so
 *     the texts of {@code before} count, and this only says where to look first
 * @param before what it replaces: a text, the bullets of a position, or the names of all skills
 * @param after what stands there instead
 * @param reason why, as a sentence; may be empty
 */
public record Change(
    long id,
    long job,
    long resume,
    Kind kind,
    String place,
    List<String> before,
    List<String> after,
    String reason,
    Origin origin,
    State state,
    Instant at) {

  /** What is changed. */
  public enum Kind {
    /** One text is said otherwise. */
    WORDING,
    /** Which bullets of a position are shown, and in which order. */
    SELECTION,
    /** In which order the skills stand. */
    SKILLS
  }

  /** Who made it. */
  public enum Origin {
    RULES,
    MODEL,
    PERSON
  }

  /** What the person says to it. */
  public enum State {
    PROPOSED,
    ACCEPTED,
    DECLINED
  }

  public Change {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** Whether another one changes the same thing. */
  boolean isAbout(Change other) {
    return kind == other.kind && before.equals(other.before);
  }

  /** The same with other words. */
  public Change withAfter(List<String> after) {
    return new Change(id, job, resume, kind, place, before, after, reason, origin, state, at);
  }
}
