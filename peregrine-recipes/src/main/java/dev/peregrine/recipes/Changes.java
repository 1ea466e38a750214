package dev.peregrine.recipes;

import dev.peregrine.api.Markup;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The changes that a recipe can ask for. None of them fails. */
final class Changes {

  /** In a map of values: all others; as a value: as it was. */
  static final String ANY = "*";

  private Changes() {}

  static Change split(String separator) {
    return Change.each(
        text -> Arrays.stream(text.split(Pattern.quote(separator))).map(String::strip).toList());
  }

  /** The first group, or the whole where there is none; nothing where it does not match. */
  static Change match(Pattern pattern) {
    return Change.each(
        text -> {
          try {
            Matcher matcher = pattern.matcher(new PatientText(text));
            if (!matcher.find()) {
              return List.of();
            }
            return Optional.ofNullable(matcher.group(matcher.groupCount() > 0 ? 1 : 0)).stream()
                .map(String::strip)
                .toList();
          } catch (PatientText.GivenUpException | StackOverflowError tooLong) {
            return List.of();
          }
        });
  }

  static Change replace(Pattern pattern, String by) {
    return Change.each(
        text -> {
          try {
            return List.of(pattern.matcher(new PatientText(text)).replaceAll(by).strip());
          } catch (PatientText.GivenUpException
              | StackOverflowError
              | IndexOutOfBoundsException
              | IllegalArgumentException notPossible) {
            return List.of(text);
          }
        });
  }

  /**
   * @param meanings by lower-case text; an empty one leaves the value out
   */
  static Change map(Map<String, String> meanings) {
    Optional<String> other = Optional.ofNullable(meanings.get(ANY));
    return Change.each(
        text ->
            Optional.ofNullable(meanings.get(Texts.lower(text)))
                .or(() -> other.map(meaning -> meaning.equals(ANY) ? text : meaning))
                .stream()
                .toList());
  }

  /** The next larger of the numbers that a board takes, or its largest. */
  static Change steps(NavigableSet<BigDecimal> steps) {
    return Change.each(
        text ->
            Texts.number(text)
                .map(number -> Optional.ofNullable(steps.ceiling(number)).orElseGet(steps::last))
                .stream()
                .map(BigDecimal::toPlainString)
                .toList());
  }

  static Change only(Set<String> known) {
    return Change.each(text -> known.contains(Texts.lower(text)) ? List.of(text) : List.of());
  }

  static Change absent(Set<String> nothing) {
    return Change.each(text -> nothing.contains(Texts.lower(text)) ? List.of() : List.of(text));
  }

  /** Takes parameters out of addresses. */
  static Change without(Set<String> parameters) {
    return Change.each(
        text -> {
          int query = text.indexOf('?');
          if (query < 0) {
            return List.of(text);
          }
          int hash = text.indexOf('#', query);
          String kept =
              Arrays.stream(text.substring(query + 1, hash < 0 ? text.length() : hash).split("&"))
                  .filter(
                      parameter -> !parameters.contains(Texts.lower(parameter.split("=", 2)[0])))
                  .collect(Collectors.joining("&"));
          return List.of(
              text.substring(0, query)
                  + (kept.isEmpty() ? "" : "?" + kept)
                  + (hash < 0 ? "" : text.substring(hash)));
        });
  }

  static Change join(String separator) {
    return (texts, source) -> texts.isEmpty() ? List.of() : List.of(String.join(separator, texts));
  }

  /** Days in another order than a person would read them, as ISO has them. */
  static Change date(DateTimeFormatter format) {
    return Change.each(
        text -> {
          try {
            return List.of(LocalDate.parse(text, format).toString());
          } catch (DateTimeException otherwise) {
            return List.of();
          }
        });
  }

  /** Resolves entities where markup was sent as text. */
  static Change unescape() {
    return (texts, source) ->
        texts.stream()
            .map(
                text ->
                    text.indexOf('<') >= 0 || text.indexOf('&') < 0
                        ? text
                        : Optional.of(source.asked().context().html(text))
                            .flatMap(Markup::text)
                            .orElse(""))
            .toList();
  }
}
