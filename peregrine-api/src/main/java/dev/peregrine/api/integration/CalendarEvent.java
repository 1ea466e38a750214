package dev.peregrine.api.integration;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An event in a calendar: an interview round, a due date.
 *
 * @param uid lasting and unique in the world; Peregrine's end in {@code @peregrine}
 * @param sequence counts up with every change of time, from 0
 * @param title one line
 * @param when time and zone, or days
 * @param place where it is, or the address of the video call
 * @param text what the person should know, plain
 * @param link back to the application in Peregrine
 * @param alarms how long before the beginning the person is reminded, zero or more each
 * @param status proposed, agreed or called off
 * @param changed when it was changed last, where that is known
 * @since 0.1
 */
public record CalendarEvent(
    String uid,
    int sequence,
    String title,
    When when,
    Optional<String> place,
    Optional<String> text,
    Optional<URI> link,
    List<Duration> alarms,
    Status status,
    Optional<Instant> changed) {

  /** How certain an event is. */
  public enum Status {
    /** Proposed, not agreed. */
    TENTATIVE,
    /** Agreed. */
    CONFIRMED,
    /** Called off; calendars that have it take it out or strike it through. */
    CANCELLED
  }

  /** When an event is. */
  public sealed interface When {

    /**
     * At a time.
     *
     * @param start with the zone in which it was agreed, so that it stays right when clocks change
     * @param length more than zero
     */
    record Timed(ZonedDateTime start, Duration length) implements When {
      public Timed {
        Objects.requireNonNull(start);
        if (length.isNegative() || length.isZero()) {
          throw new IllegalArgumentException(
              "Event at \"%s\": length \"%s\", expected more than zero.".formatted(start, length));
        }
      }
    }

    /**
     * On whole days.
     *
     * @param first the first of them
     * @param days how many, 1 or more
     */
    record Days(LocalDate first, int days) implements When {
      public Days {
        Objects.requireNonNull(first);
        if (days < 1) {
          throw new IllegalArgumentException(
              "Event on \"%s\": \"%d\" days, expected 1 or more.".formatted(first, days));
        }
      }
    }
  }

  public CalendarEvent {
    if (uid.isBlank() || uid.chars().anyMatch(c -> c <= ' ' || c == 127)) {
      throw new IllegalArgumentException(
          "Event \"%s\": UID \"%s\", expected no blanks.".formatted(title, uid));
    }
    if (sequence < 0) {
      throw new IllegalArgumentException(
          "Event \"%s\": sequence \"%d\", expected 0 or more.".formatted(uid, sequence));
    }
    if (title.isBlank()) {
      throw new IllegalArgumentException("Event \"%s\": the title is blank.".formatted(uid));
    }
    Objects.requireNonNull(when);
    Objects.requireNonNull(place);
    Objects.requireNonNull(text);
    Objects.requireNonNull(link);
    Objects.requireNonNull(status);
    Objects.requireNonNull(changed);
    alarms = List.copyOf(alarms);
    for (Duration alarm : alarms) {
      if (alarm.isNegative()) {
        throw new IllegalArgumentException(
            "Event \"%s\": alarm \"%s\", expected zero or more before the beginning."
                .formatted(uid, alarm));
      }
    }
  }

  /** An event that is proposed or agreed, of which nobody knows when it was changed. */
  public CalendarEvent(
      String uid,
      int sequence,
      String title,
      When when,
      Optional<String> place,
      Optional<String> text,
      Optional<URI> link,
      List<Duration> alarms,
      boolean tentative) {
    this(
        uid,
        sequence,
        title,
        when,
        place,
        text,
        link,
        alarms,
        tentative ? Status.TENTATIVE : Status.CONFIRMED,
        Optional.empty());
  }

  /** An agreed event of which only the essentials are known. */
  public static CalendarEvent of(String uid, String title, When when) {
    return new CalendarEvent(
        uid,
        0,
        title,
        when,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Status.CONFIRMED,
        Optional.empty());
  }

  /** This at another time, the sequence counted up. */
  public CalendarEvent moved(When newWhen) {
    return new CalendarEvent(
        uid, sequence + 1, title, newWhen, place, text, link, alarms, status, changed);
  }

  /** This with another sequence. */
  public CalendarEvent withSequence(int newSequence) {
    return new CalendarEvent(
        uid, newSequence, title, when, place, text, link, alarms, status, changed);
  }

  /** This with another place. */
  public CalendarEvent withPlace(Optional<String> newPlace) {
    return new CalendarEvent(
        uid, sequence, title, when, newPlace, text, link, alarms, status, changed);
  }

  /** This with another text. */
  public CalendarEvent withText(Optional<String> newText) {
    return new CalendarEvent(
        uid, sequence, title, when, place, newText, link, alarms, status, changed);
  }

  /** This with another link. */
  public CalendarEvent withLink(Optional<URI> newLink) {
    return new CalendarEvent(
        uid, sequence, title, when, place, text, newLink, alarms, status, changed);
  }

  /** This with other alarms. */
  public CalendarEvent withAlarms(Duration... newAlarms) {
    return new CalendarEvent(
        uid, sequence, title, when, place, text, link, List.of(newAlarms), status, changed);
  }

  /** Whether it is proposed rather than agreed. */
  public boolean tentative() {
    return status == Status.TENTATIVE;
  }

  /** This, proposed or agreed. */
  public CalendarEvent withTentative(boolean isTentative) {
    return withStatus(isTentative ? Status.TENTATIVE : Status.CONFIRMED);
  }

  /** This, proposed, agreed or called off. */
  public CalendarEvent withStatus(Status newStatus) {
    return new CalendarEvent(
        uid, sequence, title, when, place, text, link, alarms, newStatus, changed);
  }

  /** This, changed at another time. */
  public CalendarEvent withChanged(Instant at) {
    return new CalendarEvent(
        uid, sequence, title, when, place, text, link, alarms, status, Optional.of(at));
  }
}
