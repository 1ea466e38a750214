package dev.peregrine.host.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An employer's name without what boards write differently: case, accents, legal form. */
public final class CompanyKey {

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}+#]+");
  private static final Set<String> LEGAL_FORMS =
      Set.of(
          "gmbh",
          "mbh",
          "ggmbh",
          "ag",
          "se",
          "kg",
          "kgaa",
          "ohg",
          "ug",
          "ev",
          "eg",
          "inc",
          "incorporated",
          "llc",
          "llp",
          "lp",
          "ltd",
          "limited",
          "plc",
          "corp",
          "corporation",
          "co",
          "company",
          "bv",
          "nv",
          "sa",
          "sas",
          "sarl",
          "srl",
          "spa",
          "sl",
          "pty",
          "pte",
          "ab",
          "as",
          "asa",
          "oy",
          "oyj",
          "aps",
          "kft",
          "sro",
          "doo",
          "haftungsbeschrankt");

  /** What stands behind the name of a part of an employer, and boards leave out. */
  private static final Set<String> PARTS =
      Set.of(
          "deutschland",
          "germany",
          "osterreich",
          "austria",
          "schweiz",
          "switzerland",
          "france",
          "uk",
          "usa",
          "us",
          "europe",
          "emea",
          "international",
          "group",
          "gruppe",
          "holding");

  private CompanyKey() {}

  /** Empty where there is no name. */
  public static String of(Optional<String> company) {
    return company.map(CompanyKey::key).orElse("");
  }

  /** The words of a text as they would stand in a key, in their order. */
  public static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : BETWEEN_WORDS.split(Folded.key(text.replace(".", "")), -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  private static String key(String company) {
    List<String> words = words(company);
    // Legal forms stand at the end: "AS Roma" keeps its first word.
    int end = words.size();
    while (end > 1 && isLeftOut(words, end)) {
      end--;
    }
    return String.join(" ", words.subList(0, end));
  }

  private static boolean isLeftOut(List<String> words, int end) {
    String last = words.get(end - 1);
    return LEGAL_FORMS.contains(last) || PARTS.contains(last) || isJoint(words, end);
  }

  private static boolean isJoint(List<String> words, int end) {
    return Set.of("and", "und", "et", "y", "i").contains(words.get(end - 1)) && end < words.size();
  }
}
