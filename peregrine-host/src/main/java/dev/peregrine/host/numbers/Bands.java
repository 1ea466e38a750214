package dev.peregrine.host.numbers;

import static dev.peregrine.host.texts.Texts.t;

import java.util.List;

/** Bands of the match, the best one first. */
final class Bands {

  static final List<String> KEYS = List.of("80", "70", "50", "30", "0", "none");

  private Bands() {}

  /** The band of so many tens. */
  static String of(String tens) {
    int ten = Integer.parseInt(tens);
    if (ten < 0) {
      return "none";
    }
    return ten >= 8 ? "80" : ten == 7 ? "70" : ten >= 5 ? "50" : ten >= 3 ? "30" : "0";
  }

  static String name(String band) {
    return t("numbers.band-" + band);
  }

  /** Its lowest tens. */
  static int from(String band) {
    return band.equals("none") ? -1 : Integer.parseInt(band) / 10;
  }

  /** Its highest tens. */
  static int to(String band) {
    return switch (band) {
      case "80" -> 10;
      case "70" -> 7;
      case "50" -> 6;
      case "30" -> 4;
      case "0" -> 2;
      default -> -1;
    };
  }
}
