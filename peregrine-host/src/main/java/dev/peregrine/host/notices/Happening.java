package dev.peregrine.host.notices;

import dev.peregrine.api.integration.Notice.Event;
import dev.peregrine.api.integration.Notice.Priority;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that the person may want to be told of.
 *
 * @param key the same as long as it is the same: what was told does not come back under it
 * @param score the match score, of a posting
 * @param title one line
 * @param text more, plain; may be empty
 * @param path of the page where the person reads on
 * @param facts the same for programs
 * @param at when it happened
 */
public record Happening(
    String key,
    Event event,
    Priority priority,
    OptionalInt score,
    String title,
    String text,
    Optional<String> path,
    Map<String, String> facts,
    Instant at) {

  public Happening {
    facts = Map.copyOf(facts);
  }

  /** One of normal priority without a score. */
  public static Happening of(
      String key, Event event, String title, String text, String path, Instant at) {
    return new Happening(
        key,
        event,
        Priority.NORMAL,
        OptionalInt.empty(),
        title,
        text,
        Optional.of(path),
        Map.of(),
        at);
  }

  /** This with another priority. */
  public Happening withPriority(Priority newPriority) {
    return new Happening(key, event, newPriority, score, title, text, path, facts, at);
  }

  /** This with a match score. */
  public Happening withScore(int newScore) {
    return new Happening(
        key, event, priority, OptionalInt.of(newScore), title, text, path, facts, at);
  }

  /** This with facts for programs. */
  public Happening withFacts(Map<String, String> newFacts) {
    return new Happening(key, event, priority, score, title, text, path, newFacts, at);
  }
}
