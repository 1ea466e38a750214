package dev.peregrine.recipes;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Reads one change of a value. */
final class ChangeReader {

  static final Set<String> KNOWN =
      Set.of(
          "absent",
          "date",
          "join",
          "map",
          "match",
          "only",
          "replace",
          "split",
          "steps",
          "unescape",
          "without");

  private ChangeReader() {}

  static List<Change> read(String name, RecipePart part) {
    return switch (name) {
      case "split" -> List.of(Changes.split(part.line()));
      case "match" -> List.of(Changes.match(pattern(part.text(), part)));
      case "replace" ->
          part.members().entrySet().stream()
              .map(
                  each ->
                      Changes.replace(
                          pattern(each.getKey(), each.getValue()), each.getValue().line()))
              .toList();
      case "map" -> List.of(Changes.map(meanings(part)));
      case "steps" -> List.of(Changes.steps(steps(part)));
      case "only" -> List.of(Changes.only(words(part)));
      case "absent" -> List.of(Changes.absent(words(part)));
      case "without" -> List.of(Changes.without(words(part)));
      case "join" -> List.of(Changes.join(part.line()));
      case "date" -> List.of(Changes.date(format(part)));
      case "unescape" -> part.flag() ? List.of(Changes.unescape()) : List.of();
      default -> throw part.mistake("\"%s\" is not known here. Take the line away".formatted(name));
    };
  }

  private static NavigableSet<BigDecimal> steps(RecipePart part) {
    return part.items().stream()
        .map(item -> Texts.number(item.text()).orElseThrow(() -> item.wrong("a number")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, String> meanings(RecipePart part) {
    var meanings = new HashMap<String, String>();
    part.members()
        .forEach(
            (word, meaning) ->
                meanings.put(Texts.lower(word), meaning.isNothing() ? "" : meaning.line()));
    return meanings;
  }

  private static Set<String> words(RecipePart part) {
    return part.items().stream()
        .map(RecipePart::line)
        .map(Texts::lower)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Pattern pattern(String text, RecipePart part) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException broken) {
      throw part.mistake(
          "\"%s\" is no regular expression (%s). Correct this line"
              .formatted(text, broken.getDescription()));
    }
  }

  private static DateTimeFormatter format(RecipePart part) {
    try {
      return DateTimeFormatter.ofPattern(part.text().replace('y', 'u'), Locale.ROOT)
          .withResolverStyle(ResolverStyle.SMART);
    } catch (IllegalArgumentException unknown) {
      throw part.wrong("the order of a date such as MM/dd/yyyy");
    }
  }
}
