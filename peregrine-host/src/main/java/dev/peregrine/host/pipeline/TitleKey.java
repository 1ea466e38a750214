package dev.peregrine.host.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A title as a set of words, without what says nothing about the work: {@code (m/w/d)}, endings for
 * both sexes, small words, and whether it is remote, which the place tells. Seniority stays.
 */
record TitleKey(List<String> words) {

  private static final Pattern SEXES =
      Pattern.compile(
          "\\(?\\b[mwfhd]\\s?[/|*,]\\s?[mwfhdx*](?:\\s?[/|*,]\\s?(?:[mwfdxin*]|div(?:ers|\\.)?|gn))?\\b\\)?"
              + "|\\((?:all genders?|gn|divers)\\)|\\ball genders?\\b");
  private static final Pattern BOTH_ENDINGS =
      Pattern.compile("(?<=\\p{L})(?:[:*_]|/-?|\\(-?)in(?:nen)?\\)?(?=$|[^\\p{L}])");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}+#.]+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern OUTER_DOTS = Pattern.compile("^\\.+|\\.+$");
  private static final Set<String> SMALL =
      Set.of(
          "and",
          "und",
          "et",
          "y",
          "or",
          "oder",
          "of",
          "for",
          "fur",
          "the",
          "a",
          "an",
          "in",
          "im",
          "at",
          "to",
          "de",
          "der",
          "die",
          "das",
          "remote",
          "hybrid",
          "onsite",
          "job",
          "homeoffice");
  private static final Map<String, String> SAME = Map.of("sr", "senior", "jr", "junior");
  private static final Set<String> LEVELS =
      Set.of(
          "senior",
          "junior",
          "lead",
          "principal",
          "staff",
          "head",
          "chief",
          "director",
          "vp",
          "intern",
          "internship",
          "trainee",
          "apprentice",
          "praktikum",
          "praktikant",
          "werkstudent",
          "associate",
          "entry",
          "i",
          "ii",
          "iii",
          "iv",
          "v");

  private static final double ALIKE = .8;

  static TitleKey of(String title) {
    var words = new TreeSet<String>(inOrder(title));
    return words.isEmpty()
        ? parse(BLANKS.matcher(Folded.key(title)).replaceAll(" "))
        : new TitleKey(List.copyOf(words));
  }

  /** The words of a text as they would stand in a key, in their order, the same one again. */
  static List<String> inOrder(String text) {
    String plain =
        BOTH_ENDINGS.matcher(SEXES.matcher(Folded.key(text)).replaceAll(" ")).replaceAll("");
    var words = new ArrayList<String>();
    for (String part : BETWEEN_WORDS.split(plain, -1)) {
      String word = OUTER_DOTS.matcher(part).replaceAll("");
      if (!word.isEmpty() && !SMALL.contains(word)) {
        words.add(SAME.getOrDefault(word, word));
      }
    }
    return words;
  }

  /** The key that has that text. */
  static TitleKey parse(String text) {
    String[] words = text.split(" ", -1);
    // Stored ones may have been sorted by an older spelling.
    Arrays.sort(words);
    return new TitleKey(List.of(words));
  }

  String text() {
    return String.join(" ", words);
  }

  /** Whether both name the same work: four of five words shared, and none of the others a level. */
  boolean isLike(TitleKey other) {
    if (Math.min(words.size(), other.words.size())
        < ALIKE * Math.max(words.size(), other.words.size())) {
      return false;
    }
    int here = 0;
    int there = 0;
    int shared = 0;
    while (here < words.size() || there < other.words.size()) {
      int order =
          here == words.size()
              ? 1
              : there == other.words.size()
                  ? -1
                  : words.get(here).compareTo(other.words.get(there));
      if (order == 0) {
        shared++;
        here++;
        there++;
      } else if (isLevel(order < 0 ? words.get(here++) : other.words.get(there++))) {
        return false;
      }
    }
    return shared >= ALIKE * (words.size() + other.words.size() - shared);
  }

  /** How many of the words of both are shared, from 0 to 1. */
  double shareWith(TitleKey other) {
    long shared = words.stream().filter(other.words::contains).count();
    return (double) shared / (words.size() + other.words.size() - shared);
  }

  private static boolean isLevel(String word) {
    return LEVELS.contains(word) || word.chars().allMatch(Character::isDigit);
  }
}
