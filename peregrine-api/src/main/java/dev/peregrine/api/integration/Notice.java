package dev.peregrine.api.integration;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Something to tell the person. Titles of postings and names of employers in it come from
 * strangers: a notifier escapes whatever its service would take as markup or as a mention.
 *
 * @param id the same when the notice comes again, unique otherwise
 * @param event what happened
 * @param title one line
 * @param text more, plain, with line breaks; may be empty
 * @param items the single things, where one notice stands for several
 * @param link where in Peregrine the person reads on, if it can be reached from outside
 * @param priority how much it should disturb
 * @param at when it happened
 * @param facts the same for programs: names in {@code snake_case}, such as {@code job_id}, {@code
 *     company}, {@code stage}
 * @since 0.1
 */
public record Notice(
    String id,
    Event event,
    String title,
    String text,
    List<Item> items,
    Optional<URI> link,
    Priority priority,
    Instant at,
    Map<String, String> facts) {

  /** What happened. Constants may be added in minor versions. */
  public enum Event {
    /** New postings above the score that the person set. */
    POSTINGS_FOUND,
    INTERVIEW_PROPOSED,
    REMINDER_DUE,
    OFFER_RECEIVED,
    TASK_FAILED,
    /** A board stopped or began to work. */
    BOARD_CHANGED,
    /** Several events of the last hours. */
    DIGEST,
    /** The person tries whether notices arrive. */
    TEST;

    /** The name for programs, such as {@code interview_proposed}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How much a notice should disturb. */
  public enum Priority {
    /** Silently. */
    LOW,
    NORMAL,
    /** Also at night. */
    URGENT
  }

  /**
   * One of several things.
   *
   * @param title one line
   * @param text more, in one line; may be empty
   * @param link where it is, if anywhere
   */
  public record Item(String title, String text, Optional<URI> link) {
    public Item {
      if (title.isBlank()) {
        throw new IllegalArgumentException("A notice's item has a blank title.");
      }
      Objects.requireNonNull(text);
      Objects.requireNonNull(link);
    }
  }

  public Notice {
    if (id.isBlank()) {
      throw new IllegalArgumentException("Notice \"%s\": the id is blank.".formatted(title));
    }
    Objects.requireNonNull(event);
    if (title.isBlank()) {
      throw new IllegalArgumentException("Notice \"%s\": the title is blank.".formatted(id));
    }
    Objects.requireNonNull(text);
    items = List.copyOf(items);
    Objects.requireNonNull(link);
    Objects.requireNonNull(priority);
    Objects.requireNonNull(at);
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
  }

  /** A notice of normal priority with a title and a text. */
  public static Notice of(String id, Event event, String title, String text, Instant at) {
    return new Notice(
        id, event, title, text, List.of(), Optional.empty(), Priority.NORMAL, at, Map.of());
  }

  /** This with other items. */
  public Notice withItems(List<Item> newItems) {
    return new Notice(id, event, title, text, newItems, link, priority, at, facts);
  }

  /** This with another link. */
  public Notice withLink(Optional<URI> newLink) {
    return new Notice(id, event, title, text, items, newLink, priority, at, facts);
  }

  /** This with another priority. */
  public Notice withPriority(Priority newPriority) {
    return new Notice(id, event, title, text, items, link, newPriority, at, facts);
  }

  /** This with other facts. */
  public Notice withFacts(Map<String, String> newFacts) {
    return new Notice(id, event, title, text, items, link, priority, at, newFacts);
  }
}
