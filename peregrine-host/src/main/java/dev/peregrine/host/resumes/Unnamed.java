package dev.peregrine.host.resumes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Employers whom the person may not name. What is written about the person goes to a model only
 * with them taken out; see {@link #in}.
 */
public final class Unnamed {

  /** Nobody. */
  public static final Unnamed NOBODY = new Unnamed(List.of());

  private static final String LEGAL =
      "(?:gmbh(?: & co\\.? kg)?|ag|se|kg|ohg|ug|inc|llc|ltd|limited|corp|corporation|company|co|plc"
          + "|s\\.?a\\.?|s\\.?r\\.?l\\.?|b\\.?v\\.?|n\\.?v\\.?|oy|ab|a/s)\\.?";
  private static final Pattern ENDING =
      Pattern.compile("[,\\s]+" + LEGAL + "$", Pattern.CASE_INSENSITIVE);

  private final List<Name> names;

  /** A name, how it is found, and what stands in its place. */
  private record Name(String name, Pattern pattern, String label) {}

  /**
   * @param employers as the person wrote them
   */
  public Unnamed(List<String> employers) {
    List<String> plain =
        employers.stream()
            .map(name -> ENDING.matcher(name.strip()).replaceFirst("").strip())
            .filter(name -> name.length() > 1 && !ENDING.matcher(" " + name).matches())
            .distinct()
            .toList();
    var all = new ArrayList<Name>();
    for (int at = 0; at < plain.size(); at++) {
      String label =
          plain.size() == 1 ? "a confidential employer" : "confidential employer " + (at + 1);
      all.add(new Name(plain.get(at), pattern(plain.get(at)), label));
    }
    // "Acme Rockets" before "Acme".
    all.sort(Comparator.comparingInt((Name name) -> -name.name().length()));
    this.names = List.copyOf(all);
  }

  private static Pattern pattern(String name) {
    String words =
        Pattern.compile("[\\s\\-_]+")
            .splitAsStream(name)
            .map(Pattern::quote)
            .collect(Collectors.joining("[\\s\\-_]*"));
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])"
            + words
            + "(?:[,\\s]+"
            + LEGAL
            + "(?![\\p{L}\\p{N}]))?(?![\\p{L}\\p{N}])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** A text with none of them in it. */
  public String in(String text) {
    String without = text;
    for (Name name : names) {
      without = name.pattern().matcher(without).replaceAll(Matcher.quoteReplacement(name.label()));
    }
    return without;
  }

  /**
   * Puts the names back that an earlier text of the person's had: for a new wording of what they
   * wrote themselves.
   */
  public String back(String text, String earlier) {
    String with = text;
    for (Name name : names) {
      Matcher named = name.pattern().matcher(earlier);
      if (named.find()) {
        with =
            Pattern.compile(Pattern.quote(name.label()), Pattern.CASE_INSENSITIVE)
                .matcher(with)
                .replaceAll(Matcher.quoteReplacement(named.group()));
      }
    }
    return with;
  }

  /** Whether there is nobody. */
  public boolean isEmpty() {
    return names.isEmpty();
  }
}
