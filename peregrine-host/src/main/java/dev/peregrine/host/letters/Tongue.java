package dev.peregrine.host.letters;

import dev.peregrine.host.resumes.Fold;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The languages that letters are written in, and how one of them is recognised. */
public final class Tongue {

  private static final int LEAST_HITS = 5;
  private static final int LEAST_WORDS = 12;

  /** Small words that are in every text of a language and in few of another one. */
  private static final Map<String, Set<String>> SMALL = small();

  private Tongue() {}

  /** The languages that a letter can be asked for in. */
  public static List<Locale> all() {
    return SMALL.keySet().stream().map(Locale::forLanguageTag).toList();
  }

  /** The one of that tag, where letters are written in it. */
  public static Optional<Locale> find(String tag) {
    return SMALL.containsKey(tag) ? Optional.of(Locale.forLanguageTag(tag)) : Optional.empty();
  }

  /** The language of a text; empty where it is too short or in none of these. */
  public static Optional<Locale> of(String text) {
    String[] words = Fold.same(text).split("[^\\p{L}']+");
    if (words.length < LEAST_WORDS) {
      return Optional.empty();
    }
    var hits = new LinkedHashMap<String, Integer>();
    for (String word : words) {
      SMALL.forEach(
          (tag, small) -> {
            if (small.contains(word)) {
              hits.merge(tag, 1, Integer::sum);
            }
          });
    }
    List<Map.Entry<String, Integer>> ranked =
        hits.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .toList();
    boolean clear =
        !ranked.isEmpty()
            && ranked.getFirst().getValue() >= LEAST_HITS
            && (ranked.size() == 1
                || ranked.getFirst().getValue() * 4 >= ranked.get(1).getValue() * 5);
    return clear
        ? Optional.of(Locale.forLanguageTag(ranked.getFirst().getKey()))
        : Optional.empty();
  }

  /** Whether a word is in every text of some language. */
  static boolean isSmall(String folded) {
    return SMALL.values().stream().anyMatch(small -> small.contains(folded));
  }

  private static Map<String, Set<String>> small() {
    var all = new LinkedHashMap<String, Set<String>>();
    all.put(
        "en", words("the and of to with for you your we our is are this that have from at by be"));
    all.put(
        "de",
        words(
            "der die das und mit fur wir sie ist sind im den von zu auf eine einen nicht ich bei"));
    all.put(
        "fr",
        words(
            "le les des et vous nous pour avec dans est sont une sur au aux votre notre qui ou du"));
    all.put(
        "es", words("el los las y con para por una del que es son en su nuestro se al como un"));
    all.put(
        "it",
        words("il gli e con per una della del che sono nel di al come nostro dei le si un alla"));
    all.put(
        "nl",
        words("de het een en met voor wij je jij van is zijn op te bij ons onze niet dat naar"));
    all.put(
        "pt", words("o os as e com para por uma do da que sao em seu nossa dos das no na voce"));
    all.put(
        "pl", words("i w z na do nie jest sie oraz dla przez ze od po jako lub naszym nas jak"));
    all.put(
        "sv", words("och att med for som vi du ar pa av en ett till inom hos har det vara din om"));
    all.put("da", words("og at med til som vi du er pa af en et det har vil din hos fra ikke den"));
    return all;
  }

  private static Set<String> words(String line) {
    return Set.of(line.split(" ")).stream().collect(Collectors.toUnmodifiableSet());
  }
}
