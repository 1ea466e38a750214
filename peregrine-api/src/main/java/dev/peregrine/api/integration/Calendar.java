package dev.peregrine.api.integration;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Shows interview rounds and due dates in the person's calendar. Plugins implement it; the host
 * makes the events and remembers where they are.
 *
 * <p><b>Threads:</b> as {@link Integration}.
 *
 * <p><b>Failure:</b> as {@link Integration}. A calendar that is gone or cannot be written is {@code
 * BAD_SETTINGS}.
 *
 * <p><b>Limits:</b> as {@link Integration}.
 *
 * @since 0.1
 */
public non-sealed interface Calendar extends Integration {

  @Override
  IntegrationDescriptor.ForCalendar descriptor();

  /** The calendars that can be written to, for the person to choose from. */
  List<Shown> calendars(IntegrationContext context) throws ExtensionException, InterruptedException;

  /**
   * Makes a calendar of that name, or gives the one there is. Only with {@link
   * IntegrationDescriptor.Capability#CREATE_CALENDARS}.
   *
   * @param name 1 to 60 characters, one line
   */
  default Shown create(String name, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    throw new ExtensionException(
        Kind.UNSUPPORTED,
        "%s cannot make a calendar from here. Make one there, then choose it."
            .formatted(descriptor().about().name()));
  }

  /**
   * Puts an event, or changes the one with its UID; there are never two. Invites nobody.
   *
   * <p>Where the event was changed there since {@code former}, nothing is written and the change is
   * returned: the person decides.
   *
   * @param calendar {@link Shown#id}
   * @param former where the event was put before, if it was; a hint that may be outdated
   */
  Outcome put(
      String calendar, CalendarEvent event, Optional<Stored> former, IntegrationContext context)
      throws ExtensionException, InterruptedException;

  /** Removes an event; one that is gone already is no failure. */
  void cancel(String calendar, Stored event, IntegrationContext context)
      throws ExtensionException, InterruptedException;

  /**
   * Tells what the person changed of the events that were put through here, and of no others: the
   * rest of the calendar is none of Peregrine's business. Only with {@link
   * IntegrationDescriptor.Capability#CHANGES}.
   *
   * @param since what the last call returned, if any
   * @param found takes a change; may be called from one thread at a time
   */
  default SyncPoint changes(
      String calendar, Optional<String> since, IntegrationContext context, Consumer<Change> found)
      throws ExtensionException, InterruptedException {
    throw new ExtensionException(
        Kind.UNSUPPORTED,
        "%s does not tell what was changed in it. Change the date in Peregrine."
            .formatted(descriptor().about().name()));
  }

  /**
   * A calendar of the person.
   *
   * @param id as the service names it
   * @param name as people read it
   * @param zone its zone, where it has one
   */
  record Shown(String id, String name, Optional<ZoneId> zone) {
    public Shown {
      if (id.isBlank()) {
        throw new IllegalArgumentException("Calendar \"%s\": the id is blank.".formatted(name));
      }
      name = name.isBlank() ? id : name.strip();
      Objects.requireNonNull(zone);
    }
  }

  /**
   * Where an event is.
   *
   * @param uid {@link CalendarEvent#uid}
   * @param remoteId the service's own id or path of it
   * @param tag the service's mark of this state of it, such as an ETag, where there is one
   * @param link where the person sees it, if anywhere
   */
  record Stored(String uid, String remoteId, Optional<String> tag, Optional<URI> link) {
    public Stored {
      if (uid.isBlank() || remoteId.isBlank()) {
        throw new IllegalArgumentException(
            "Event \"%s\" at \"%s\": expected a UID and an id.".formatted(uid, remoteId));
      }
      Objects.requireNonNull(tag);
      Objects.requireNonNull(link);
    }
  }

  /** What became of an event that was put. */
  sealed interface Outcome {

    /** It is there as wanted. */
    record Written(Stored stored) implements Outcome {}

    /** Nothing was written, because it was changed there. */
    record Conflict(Change change) implements Outcome {}
  }

  /** A change that was made in the calendar. */
  sealed interface Change {

    /** {@link CalendarEvent#uid} of the event. */
    String uid();

    /** The event is there and may be different. */
    record Changed(CalendarEvent event, Stored stored) implements Change {
      @Override
      public String uid() {
        return event.uid();
      }
    }

    /** The event was deleted or cancelled. */
    record Gone(String uid) implements Change {}
  }
}
