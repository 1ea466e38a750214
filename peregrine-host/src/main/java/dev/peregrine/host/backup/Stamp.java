package dev.peregrine.host.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times in names of files, in UTC, so that they sort. */
final class Stamp {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Pattern SHAPE = Pattern.compile("\\d{8}-\\d{6}");

  private Stamp() {}

  static String of(Instant time) {
    return FORMAT.format(time);
  }

  /** The time that stands in a name; empty where none does. */
  static Optional<Instant> in(String name) {
    Matcher found = SHAPE.matcher(name);
    try {
      return found.find()
          ? Optional.of(FORMAT.parse(found.group(), Instant::from))
          : Optional.empty();
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
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
