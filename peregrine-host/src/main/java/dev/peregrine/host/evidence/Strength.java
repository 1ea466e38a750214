package dev.peregrine.host.evidence;

import java.util.List;
import java.util.Set;

/**
 * Something in the résumé that answers to what a posting asks for.
 *
 * @param fact what the résumé says
 * @param group the position it belongs to, such as {@code work/0}
 * @param words the words of the posting that it answers, as the résumé writes them; the most
 *     telling first
 * @param weight how much it answers; only for comparing with others of the same posting
 */
public record Strength(Fact fact, String group, List<String> words, double weight) {

  private static final Set<String> GENERAL = Vocabulary.set("general");

  public Strength {
    words = List.copyOf(words);
  }

  /**
   * What of a résumé answers a posting, the strongest first. Of positions only what was done there
   * counts, not their titles; what is long ago counts less.
   */
  public static List<Strength> of(Facts facts, Vacancy vacancy) {
    return new Strengths(facts, vacancy, GENERAL).all();
  }
}
