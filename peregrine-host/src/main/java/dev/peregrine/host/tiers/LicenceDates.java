package dev.peregrine.host.tiers;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times in sentences about licences: of the world, since machines with wrong clocks are meant. */
final class LicenceDates {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH);

  private LicenceDates() {}

  static String of(Instant time) {
    return FORM.format(time.atZone(ZoneOffset.UTC));
  }
}
