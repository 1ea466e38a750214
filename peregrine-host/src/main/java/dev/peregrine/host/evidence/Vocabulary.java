package dev.peregrine.host.evidence;

import dev.peregrine.host.resumes.Lexicon;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The lists of words that come with the program. */
final class Vocabulary {

  private static final Map<String, List<String>> LISTS = Lexicon.read("evidence/words.txt");

  private Vocabulary() {}

  static List<String> list(String name) {
    return Objects.requireNonNull(LISTS.get(name), name);
  }

  static Set<String> set(String name) {
    return new HashSet<>(list(name));
  }
}
