package dev.peregrine.host.discovery;

import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.BoardQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What a run says of a board, in the voice of the pages. */
final class Sentences {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM HH:mm", Locale.ENGLISH);

  /** Counted with what is hidden, though no rule hid it. */
  private static final Set<String> OTHERWISE_KNOWN =
      Set.of(BoardLine.SEEN, BoardLine.TWICE, BoardLine.ALSO_ON);

  private Sentences() {}

  /** For a board that was read: why so much of what it showed is not in the list. */
  static String read(BoardLine line, BoardQuery query, UnaryOperator<String> names) {
    Map<String, Integer> hiddenBy = line.hiddenBy();
    var parts = new ArrayList<String>();
    hiddenBy.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> parts.add(part(entry.getKey(), entry.getValue(), line, query, names)));
    String counts = String.join(", ", parts);
    if (line.found() == 0) {
      counts = "It has nothing for this search.";
    } else if (line.kept() == 0 && hiddenBy.size() == 1) {
      String rule = hiddenBy.keySet().iterator().next();
      if (!OTHERWISE_KNOWN.contains(rule)) {
        counts = "All hidden: " + line.sharedDetail(rule).map(Sentences::tail).orElse(counts);
      }
    }
    return joined(counts, skipped(line.skippedParts()));
  }

  /** What the board could not read of what it was asked, by name. */
  static String skipped(List<String> parts) {
    if (parts.isEmpty()) {
      return "";
    }
    List<String> shown = parts.subList(0, Math.min(5, parts.size()));
    String more = parts.size() > 5 ? " and %d more".formatted(parts.size() - 5) : "";
    return "Could not be read: %s%s.".formatted(String.join(", ", shown), more);
  }

  /** Two sentences, or one where the other is empty; each ends as a sentence does. */
  static String joined(String one, String other) {
    if (one.isBlank() || other.isBlank()) {
      return one.isBlank() ? other : one;
    }
    return ended(one) + " " + other;
  }

  static String ended(String sentence) {
    return sentence.isEmpty() || ".!?…".indexOf(sentence.charAt(sentence.length() - 1)) >= 0
        ? sentence
        : sentence + ".";
  }

  static String keptSoFar(int found) {
    return switch (found) {
      case 0 -> "";
      case 1 -> "The posting it had shown is kept.";
      default -> "The %,d postings it had shown are kept.".formatted(found);
    };
  }

  /** {@code 14:05}, {@code tomorrow 09:00} or {@code 3 May 09:00}. */
  static String time(Instant when, Instant now, ZoneId zone) {
    LocalDate day = LocalDate.ofInstant(when, zone);
    LocalDate today = LocalDate.ofInstant(now, zone);
    if (day.equals(today)) {
      return TIME.format(when.atZone(zone));
    }
    return day.equals(today.plusDays(1))
        ? "tomorrow " + TIME.format(when.atZone(zone))
        : DAY.format(when.atZone(zone));
  }

  static String length(Duration duration) {
    long seconds = Math.max(1, duration.toSeconds());
    if (seconds < 90) {
      return seconds == 1 ? "1 second" : seconds + " seconds";
    }
    long minutes = (seconds + 30) / 60;
    if (minutes < 90) {
      return minutes + " minutes";
    }
    long hours = (minutes + 30) / 60;
    return hours < 48 ? hours + " hours" : (hours + 12) / 24 + " days";
  }

  private static String part(
      String rule, int number, BoardLine line, BoardQuery query, UnaryOperator<String> names) {
    String what =
        switch (rule) {
          case BoardLine.SEEN -> "seen before";
          case BoardLine.TWICE -> "listed twice";
          case BoardLine.ALSO_ON -> "already here from " + others(line.firstBoards(), names);
          case "title" -> number == 1 ? "with another title" : "with other titles";
          case "location" -> places(query);
          case "remote" ->
              query.remote().isEmpty()
                  ? "by remote or on site"
                  : "not " + Modes.names(query.remote().stream().sorted().toList());
          case "age" -> "too old";
          case "pay" -> "below your pay";
          case "type" -> "of another type";
          case "blocklist" -> "by your blocklist";
          case "excluded-word" -> "by your excluded words";
          default -> "by rule " + rule;
        };
    return "%,d %s".formatted(number, what);
  }

  private static String places(BoardQuery query) {
    List<String> places =
        query.locations().isEmpty()
            ? query.country().map(Regions::name).map(List::of).orElse(List.of())
            : query.locations();
    if (places.isEmpty() || places.size() > 2) {
      return query.remote().equals(Set.of(RemoteMode.REMOTE))
          ? "not for your country"
          : "elsewhere";
    }
    return "outside " + String.join(" and ", places);
  }

  private static String others(Set<String> boards, UnaryOperator<String> names) {
    return boards.size() == 1 ? names.apply(boards.iterator().next()) : "other boards";
  }

  /** A sentence after a colon. */
  private static String tail(String sentence) {
    String text = sentence.startsWith("It is ") ? "each is " + sentence.substring(6) : sentence;
    return ended(text.startsWith("It ") ? "each " + text.substring(3) : text);
  }
}
