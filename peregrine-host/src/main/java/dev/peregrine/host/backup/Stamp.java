package dev.peregrine.host.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times in names of files, in UTC, so that they sort. */
final class Stamp {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Stamp() {}

  static String of(Instant time) {
    return FORMAT.format(time);
  }

  /** A name that nothing has yet, with a number where it needs one. */
  static String free(Path folder, String name, String ending) {
    String free = name + ending;
    for (int number = 2; Files.exists(folder.resolve(free)); number++) {
      free = name + "-" + number + ending;
    }
    return free;
  }
}
