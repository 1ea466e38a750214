package dev.peregrine.host.rounds;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * One round of an application.
 *
 * @param notes what the person noted of it, see {@link Rounds#notes}
 * @param uid what calendars know it by; never changes
 * @param sequence how often what calendars show has changed
 * @param version grows with each save; the notes have one of their own
 * @param received the last invitation, where one was read
 */
public record Round(
    long id,
    long job,
    RoundPlan plan,
    String notes,
    String uid,
    int sequence,
    int version,
    Optional<Received> received,
    Instant made,
    Instant changed) {

  public RoundKind kind() {
    return plan.kind();
  }

  public Optional<String> title() {
    return plan.title();
  }

  /** With the zone in which it was agreed. */
  public Optional<ZonedDateTime> start() {
    return plan.start();
  }

  public Duration length() {
    return plan.length();
  }

  /** When it is over. */
  public Optional<ZonedDateTime> end() {
    return plan.start().map(start -> start.plus(plan.length()));
  }

  public Optional<String> place() {
    return plan.place();
  }

  public Optional<URI> link() {
    return plan.link();
  }

  /** Names of those who ask. */
  public List<String> people() {
    return plan.people();
  }

  public RoundState state() {
    return plan.state();
  }

  public RoundOutcome outcome() {
    return plan.outcome();
  }

  public Thanks thanks() {
    return plan.thanks();
  }

  /** Whether it took place, as far as is known: it was marked so, or its time is over. */
  public boolean isOver(Instant now) {
    return switch (plan.state()) {
      case DONE -> true;
      case CANCELLED -> false;
      case PROPOSED, AGREED -> end().map(end -> !end.toInstant().isAfter(now)).orElse(false);
    };
  }
}
