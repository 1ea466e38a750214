package dev.peregrine.host.evidence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a text answers to, laid out for being asked: made once for a check, because a description
 * may be long and every sentence asks.
 */
final class Theirs {

  private final String description;
  private final Optional<String> company;
  private final Set<String> addressed;
  private final Set<String> addressedStems;
  private final Set<String> words;
  private final Map<String, Integer> stems = new HashMap<>();
  private final List<Amount> amounts;

  Theirs(Vacancy vacancy) {
    description = vacancy.description();
    amounts = Amount.of(description);
    company = Word.of(vacancy.company()).stream().map(Word::folded).findFirst();
    List<Word> called = Word.of(vacancy.title() + "\n" + vacancy.company());
    addressed = called.stream().map(Word::folded).collect(Collectors.toSet());
    addressedStems = called.stream().map(Word::stem).collect(Collectors.toSet());
    words = new HashSet<>(addressed);
    for (Word word : Word.of(description)) {
      words.add(word.folded());
      stems.merge(word.stem(), word.folded().length(), Math::max);
    }
  }

  String description() {
    return description;
  }

  /** Whether a word is the one by which their company is mostly called. */
  boolean isCompany(Word word) {
    return company.filter(word.folded()::equals).isPresent();
  }

  /** Whether title, company or description hold a word, or all parts of a joined one. */
  boolean hold(Word word) {
    return hold(word, words);
  }

  /** Whether they and their posting are called by a word. */
  boolean areCalled(Word word) {
    return hold(word, addressed);
  }

  boolean areCalledAlike(Word word) {
    return addressedStems.contains(word.stem());
  }

  /** Whether the description holds a word of this stem and at least this length. */
  boolean ask(Word word, int length) {
    return stems.getOrDefault(word.stem(), -1) >= length;
  }

  boolean say(Amount amount) {
    return amounts.stream().anyMatch(amount::says);
  }

  private static boolean hold(Word word, Set<String> among) {
    return among.contains(word.folded())
        || List.of(word.folded().split("[-/&.]")).stream().allMatch(among::contains);
  }
}
