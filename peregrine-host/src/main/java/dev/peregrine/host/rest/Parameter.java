package dev.peregrine.host.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What can follow the question mark of an operation's address.
 *
 * @param about what it does, as a sentence
 */
record Parameter(String name, Kind kind, String about) {

  /** What it can be. */
  sealed interface Kind {

    record Text(int longest) implements Kind {}

    record Whole(long least, long most) implements Kind {}

    record OneOf(List<String> values) implements Kind {}

    record Moment() implements Kind {}
  }

  static Parameter text(String name, String about) {
    return new Parameter(name, new Kind.Text(500), about);
  }

  static Parameter whole(String name, long least, long most, String about) {
    return new Parameter(name, new Kind.Whole(least, most), about);
  }

  static Parameter oneOf(String name, List<String> values, String about) {
    return new Parameter(name, new Kind.OneOf(List.copyOf(values)), about);
  }

  static Parameter flag(String name, String about) {
    return oneOf(name, List.of("true", "false"), about);
  }

  static Parameter moment(String name, String about) {
    return new Parameter(name, new Kind.Moment(), about);
  }

  /** What is expected, where a value is none of it. */
  Optional<String> expected(String value) {
    return switch (kind) {
      case Kind.Text text ->
          value.length() > text.longest()
              ? Optional.of("at most %d characters".formatted(text.longest()))
              : Optional.empty();
      case Kind.Whole whole ->
          isWhole(value, whole)
              ? Optional.empty()
              : Optional.of("a whole number, %d to %d".formatted(whole.least(), whole.most()));
      case Kind.OneOf one ->
          one.values().contains(value)
              ? Optional.empty()
              : Optional.of("one of " + String.join(", ", one.values()));
      case Kind.Moment _ ->
          isMoment(value) ? Optional.empty() : Optional.of("a time such as 2026-03-12T08:41:00Z");
    };
  }

  private static boolean isWhole(String value, Kind.Whole whole) {
    try {
      long number = Long.parseLong(value);
      return number >= whole.least() && number <= whole.most();
    } catch (NumberFormatException none) {
      return false;
    }
  }

  private static boolean isMoment(String value) {
    try {
      Instant _ = Instant.parse(value);
      return true;
    } catch (DateTimeException none) {
      return false;
    }
  }
}
