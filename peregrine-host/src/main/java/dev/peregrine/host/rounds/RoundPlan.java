package dev.peregrine.host.rounds;

import java.net.URI;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What a person says of a round.
 *
 * @param title what the employer calls it, one line
 * @param start with the zone in which it was agreed; a round may have none yet
 * @param length 1 minute to 14 days
 * @param place where it is, one line
 * @param link of a video call, http or https
 * @param people names of those who ask, each one line
 */
public record RoundPlan(
    RoundKind kind,
    Optional<String> title,
    Optional<ZonedDateTime> start,
    Duration length,
    Optional<String> place,
    Optional<URI> link,
    List<String> people,
    RoundState state,
    RoundOutcome outcome,
    Thanks thanks) {

  /** The longest that a round can be. */
  public static final Duration LONGEST = Duration.ofDays(14);

  private static final int LONGEST_LINE = 500;
  private static final int MOST_PEOPLE = 30;

  public RoundPlan {
    if (length.toMinutes() < 1 || length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "Length of a round \"%s\": expected 1 minute to 14 days.".formatted(length));
    }
    if (link.isPresent()
        && (link.get().getHost() == null || !link.get().toString().matches("(?i)https?://.*"))) {
      throw new IllegalArgumentException(
          "Link of a round \"%s\": expected one that begins with https:// or http://."
              .formatted(link.get()));
    }
    title = title.map(RoundPlan::line).filter(text -> !text.isEmpty());
    place = place.map(RoundPlan::line).filter(text -> !text.isEmpty());
    people =
        people.stream()
            .map(RoundPlan::line)
            .filter(name -> !name.isEmpty())
            .distinct()
            .limit(MOST_PEOPLE)
            .toList();
  }

  /** One of a kind, usual in all else: proposed, without a date. */
  public static RoundPlan of(RoundKind kind) {
    return new RoundPlan(
        kind,
        Optional.empty(),
        Optional.empty(),
        kind.usualLength(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        RoundState.PROPOSED,
        RoundOutcome.OPEN,
        kind.isTalk() ? Thanks.TO_COME : Thanks.NONE);
  }

  /** This, agreed for a time. */
  public RoundPlan at(ZonedDateTime agreed) {
    return new RoundPlan(
        kind,
        title,
        Optional.of(agreed),
        length,
        place,
        link,
        people,
        RoundState.AGREED,
        outcome,
        thanks);
  }

  /** This with another length. */
  public RoundPlan lasting(Duration other) {
    return new RoundPlan(kind, title, start, other, place, link, people, state, outcome, thanks);
  }

  /** This at another place. */
  public RoundPlan withPlace(Optional<String> other) {
    return new RoundPlan(kind, title, start, length, other, link, people, state, outcome, thanks);
  }

  /** This in another state. */
  public RoundPlan withState(RoundState other) {
    return new RoundPlan(kind, title, start, length, place, link, people, other, outcome, thanks);
  }

  /** This with another outcome. */
  public RoundPlan withOutcome(RoundOutcome other) {
    return new RoundPlan(kind, title, start, length, place, link, people, state, other, thanks);
  }

  /** This with other thanks. */
  public RoundPlan withThanks(Thanks other) {
    return new RoundPlan(kind, title, start, length, place, link, people, state, outcome, other);
  }

  /** This with other people. */
  public RoundPlan withPeople(List<String> others) {
    return new RoundPlan(kind, title, start, length, place, link, others, state, outcome, thanks);
  }

  /** Whether calendars show something else for this than for another. */
  boolean looksOtherThan(RoundPlan other) {
    return !withOutcome(other.outcome).withThanks(other.thanks).equals(other);
  }

  private static String line(String text) {
    String plain = text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    return plain.length() > LONGEST_LINE ? plain.substring(0, LONGEST_LINE) : plain;
  }
}
