package dev.peregrine.host.numbers;

import dev.peregrine.host.pipeline.Division;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** By what the page divides answers. */
enum By {
  SCORE(Division.SCORE, Bands.KEYS),
  BOARD(Division.BOARD, List.of()),
  SOURCE(Division.BOARD, Boards.SOURCES),
  RESUME(Division.RESUME, List.of()),
  /** Weekdays follow from days, which are counted for every page. */
  WEEKDAY(Division.DAY, List.of("1", "2", "3", "4", "5", "6", "7")),
  AGENCY(Division.AGENCY, List.of("0", "1"));

  private final Division division;
  private final List<String> parts;

  By(Division division, List<String> parts) {
    this.division = division;
    this.parts = parts;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  Division division() {
    return division;
  }

  /** In their order; empty where the largest stands first. */
  List<String> parts() {
    return parts;
  }

  static Optional<By> of(String key) {
    for (By by : values()) {
      if (by.key().equals(key)) {
        return Optional.of(by);
      }
    }
    return Optional.empty();
  }
}
