package dev.peregrine.host.agenda;

import dev.peregrine.api.integration.CalendarEvent;
import dev.peregrine.api.integration.CalendarEvent.When;
import dev.peregrine.host.rounds.Round;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A round as it has to be in the calendar.
 *
 * @param event under a UID of our own, also where the round came with an invitation: the event of
 *     the invitation may be in that calendar, and is not ours
 */
record Wanted(Round round, CalendarEvent event) {

  private static final String OURS = "[A-Za-z0-9-]{1,100}@peregrine";

  static Wanted of(Round round, CalendarEvent event) {
    return new Wanted(
        round,
        new CalendarEvent(
            uid(round),
            event.sequence(),
            event.title(),
            event.when(),
            event.place(),
            event.text(),
            event.link(),
            event.alarms(),
            event.status(),
            event.changed()));
  }

  static String uid(Round round) {
    return round.uid().matches(OURS)
        ? round.uid()
        : hash(round.uid()).substring(0, 32) + "@peregrine";
  }

  When.Timed when() {
    return (When.Timed) event.when();
  }

  /** The same for all that looks the same in a calendar. */
  String hash() {
    return hash(
        List.of(
                event.title(),
                when().start().toInstant(),
                when().start().getZone(),
                when().length(),
                event.place(),
                event.text(),
                event.link(),
                event.alarms(),
                event.status())
            .toString());
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
