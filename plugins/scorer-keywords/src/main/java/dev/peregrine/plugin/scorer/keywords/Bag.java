package dev.peregrine.plugin.scorer.keywords;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The counted words of one text. */
final class Bag {

  private final Lexicon lexicon;
  private final Map<String, Term> terms = new HashMap<>(512);

  Bag(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Counts every word of a line. */
  void add(String line, Part part, double times) {
    Tokens.of(composed(line), written -> count(written, part, times));
  }

  private void count(String written, Part part, double times) {
    Lexicon.Word word = lexicon.word(written);
    if (word.counts()) {
      terms
          .computeIfAbsent(word.key(), key -> new Term(word, written, part))
          .count(times * word.weight(), part);
    }
  }

  /** Some documents write an umlaut as a letter and a combining mark. */
  private static String composed(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c >= '\u0300' && c <= '\u036f') {
        return Normalizer.normalize(line, Normalizer.Form.NFC);
      }
    }
    return line;
  }

  @Nullable Term find(String key) {
    return terms.get(key);
  }

  Collection<Term> terms() {
    return terms.values();
  }

  /** How many different words say something about the work. */
  int telling() {
    return (int) terms.values().stream().filter(Term::tells).count();
  }
}
