package dev.peregrine.api.integration;

import java.net.URI;
import java.time.Duration;
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
 * @param tentative whether it is proposed rather than agreed
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
    boolean tentative) {

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
    alarms = List.copyOf(alarms);
    for (Duration alarm : alarms) {
      if (alarm.isNegative()) {
        throw new IllegalArgumentException(
            "Event \"%s\": alarm \"%s\", expected zero or more before the beginning."
                .formatted(uid, alarm));
      }
    }
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
        false);
  }

  /** This at another time, the sequence counted up. */
  public CalendarEvent moved(When newWhen) {
    return new CalendarEvent(
        uid, sequence + 1, title, newWhen, place, text, link, alarms, tentative);
  }

  /** This with another sequence. */
  public CalendarEvent withSequence(int newSequence) {
    return new CalendarEvent(uid, newSequence, title, when, place, text, link, alarms, tentative);
  }

  /** This with another place. */
  public CalendarEvent withPlace(Optional<String> newPlace) {
    return new CalendarEvent(uid, sequence, title, when, newPlace, text, link, alarms, tentative);
  }

  /** This with another text. */
  public CalendarEvent withText(Optional<String> newText) {
    return new CalendarEvent(uid, sequence, title, when, place, newText, link, alarms, tentative);
  }

  /** This with another link. */
  public CalendarEvent withLink(Optional<URI> newLink) {
    return new CalendarEvent(uid, sequence, title, when, place, text, newLink, alarms, tentative);
  }

  /** This with other alarms. */
  public CalendarEvent withAlarms(Duration... newAlarms) {
    return new CalendarEvent(
        uid, sequence, title, when, place, text, link, List.of(newAlarms), tentative);
  }

  /** This, proposed or agreed. */
  public CalendarEvent withTentative(boolean isTentative) {
    return new CalendarEvent(uid, sequence, title, when, place, text, link, alarms, isTentative);
  }
}
