package dev.peregrine.classifier.model;

import dev.peregrine.api.mail.MailLabel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that speak for a meaning.
 *
 * @param number its place among the rules
 * @param weight how much they speak for it
 * @param where in which part of a mail they count
 * @param pattern over plain small letters, within a sentence
 * @param beginnings of words, one of which a text has wherever the pattern is found
 */
record Rule(
    int number,
    MailLabel label,
    double weight,
    Where where,
    Pattern pattern,
    Optional<List<String>> beginnings) {

  enum Where {
    SUBJECT,
    BODY,
    ANYWHERE,
    SENDER
  }

  private static final Pattern LINE = Pattern.compile("(\\w+) (\\d+) ([sbaf]): (.+)");

  /** A rule as {@code rules.txt} writes it: label, weight, where, pattern. */
  static Rule of(int number, String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "Rule \"%s\": expected \"label weight where: pattern\".".formatted(line));
    }
    MailLabel label =
        MailLabel.of(parts.group(1))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Rule \"%s\": label \"%s\", expected a key such as rejected."
                            .formatted(line, parts.group(1))));
    Where where =
        switch (parts.group(3)) {
          case "s" -> Where.SUBJECT;
          case "b" -> Where.BODY;
          case "f" -> Where.SENDER;
          default -> Where.ANYWHERE;
        };
    String pattern = plain(parts.group(4));
    return new Rule(
        number,
        label,
        Double.parseDouble(parts.group(2)),
        where,
        Pattern.compile(pattern),
        Beginnings.ofMatches(pattern));
  }

  /** Letters as in the texts, but {@code \W} and the like stay what they are. */
  static String plain(String pattern) {
    var out = new StringBuilder(pattern);
    for (int i = 0; i < out.length(); i++) {
      boolean escaped = i > 0 && out.charAt(i - 1) == '\\';
      if (!escaped) {
        out.setCharAt(i, Letters.plain(out.substring(i, i + 1)).charAt(0));
      }
    }
    return out.toString();
  }

  /** Where in a text with such {@link Beginnings} it may be found, in rising order. */
  int[] places(Map<String, List<Integer>> words) {
    return beginnings.orElse(List.of()).stream()
        .flatMap(word -> words.getOrDefault(word, List.of()).stream())
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  boolean isFor(Where part) {
    return where == part || (where == Where.ANYWHERE && part != Where.SENDER);
  }
}
