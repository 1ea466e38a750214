package dev.peregrine.host.depots;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the person wants to have kept at a document store.
 *
 * @param on whether anything is stored
 * @param papers whether the documents that were sent are
 * @param briefs whether what is known of the employer is
 * @param folder the name of an application's folder, with words in braces that stand for facts of
 *     it; a slash makes a folder in a folder
 */
public record DepotPlan(boolean on, boolean papers, boolean briefs, String folder) {

  /** What may stand in braces. */
  public static final List<String> FACTS = List.of("company", "title", "date", "year", "number");

  /** What holds until the person says something else. */
  public static final DepotPlan USUAL = new DepotPlan(false, true, true, "{company} – {title}");

  private static final Pattern FACT = Pattern.compile("\\{([^{}]*)}");
  private static final int LONGEST = 200;
  private static final int LONGEST_NAME = 120;

  /** Why a pattern of folders cannot be; empty where it can. */
  public static String problem(String folder) {
    if (folder.isBlank()) {
      return "blank";
    }
    if (folder.length() > LONGEST) {
      return "long";
    }
    boolean known = FACT.matcher(folder).results().allMatch(fact -> FACTS.contains(fact.group(1)));
    return known && FACT.matcher(folder).find() ? "" : "facts";
  }

  /** The folders of an application from the outermost inwards. */
  List<String> folders(Map<String, String> facts) {
    List<String> names =
        List.of(folder.split("/")).stream()
            .map(part -> plain(filled(part, facts)))
            .filter(part -> !part.isEmpty())
            .toList();
    return names.isEmpty() ? List.of(plain(facts.getOrDefault("number", "0"))) : names;
  }

  private static String filled(String part, Map<String, String> facts) {
    // What a fact says is no part of the pattern: a slash in it makes no folder.
    return FACT.matcher(part)
        .replaceAll(
            fact ->
                Matcher.quoteReplacement(
                    facts.getOrDefault(fact.group(1), "").replaceAll("[/\\\\]+", "-")));
  }

  private static String plain(String name) {
    String plain =
        name.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ")
            .replaceAll("\\s+", " ")
            .replaceAll("^[\\s.–-]+|[\\s.–-]+$", "");
    int end =
        plain.offsetByCodePoints(
            0, Math.min(LONGEST_NAME, plain.codePointCount(0, plain.length())));
    return plain.substring(0, end).strip();
  }

  /** The folders of an application of that title at that company, sent at that moment. */
  public String example(String company, String title, Instant sent, ZoneId zone) {
    return String.join(" / ", folders(facts(company, title, sent.atZone(zone), 128)));
  }

  static Map<String, String> facts(String company, String title, ZonedDateTime sent, long job) {
    return Map.of(
        "company", company,
        "title", title,
        "date", sent.toLocalDate().toString(),
        "year", Integer.toString(sent.getYear()),
        "number", Long.toString(job));
  }

  public DepotPlan withOn(boolean newOn) {
    return new DepotPlan(newOn, papers, briefs, folder);
  }
}
