package dev.peregrine.host.questions;

import dev.peregrine.host.resumes.Fold;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How much two questions ask for the same, 0 to 1. */
public final class Likeness {

  /** From here on an earlier answer is worth showing. */
  public static final double ENOUGH = 0.5;

  private static final double SAME_TOPIC = 0.7;
  private static final int STEM = 6;
  private static final Set<String> GENERAL =
      Set.copyOf(
          List.of(
              ("the a an and or of to in for with on at you your yours do does did have has had are"
                      + " is was what which how why when where please describe tell us we our me can"
                      + " could would will this that these it be been briefly about words word"
                      + " characters max maximum any if so as by der die das und oder zu mit sie du"
                      + " ihr ihre ihren dein deine haben hast sind bist ist wie warum wann bitte"
                      + " beschreiben uns wir ein eine einen fur im bei den zeichen worter kurz"
                      + " experience erfahrung")
                  .split(" ")));

  private Likeness() {}

  /** The likeness. */
  public static double of(String one, String other) {
    Set<String> first = telling(one);
    Set<String> second = telling(other);
    double shared = first.stream().filter(second::contains).count();
    double words =
        first.isEmpty() || second.isEmpty()
            ? 0
            : shared / Math.sqrt((double) first.size() * second.size());
    Optional<Topic> topic = Topic.of(one);
    boolean same = topic.isPresent() && topic.equals(Topic.of(other));
    return Math.max(words, same ? SAME_TOPIC + words * (1 - SAME_TOPIC) : 0);
  }

  private static Set<String> telling(String question) {
    var words = new HashSet<String>();
    for (String word : Fold.same(question).split("[^\\p{L}\\p{N}+#]+")) {
      if (!word.isEmpty() && !GENERAL.contains(word) && !word.matches("\\d+")) {
        words.add(word.length() > STEM ? word.substring(0, STEM) : word);
      }
    }
    return words;
  }
}
