package dev.peregrine.host.evidence;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something that a posting asks for, and what in a résumé bears it out.
 *
 * @param kind of {@code SKILL, DEGREE, CERTIFICATE, LANGUAGE, EXPERIENCE}
 * @param term as the posting writes it; of {@code EXPERIENCE} what it is called
 * @param times how many sentences ask for it
 * @param inTitle whether the posting's title names it
 * @param force how much it matters to them
 * @param facts what the résumé says of it; empty: nothing
 */
public record Requirement(
    ClaimKind kind, String term, int times, boolean inTitle, Force force, List<Fact> facts) {

  /** How much something matters to those who ask for it. */
  public enum Force {
    MUST,
    ASKED,
    WELCOME
  }

  private static final List<Set<String>> COMMONPLACE =
      Stream.of("common", "general", "plain-name", "speak", "speak-well", "skill-word", "deed")
          .map(Vocabulary::set)
          .toList();

  public Requirement {
    facts = List.copyOf(facts);
  }

  /** What a posting asks for, the most important first. */
  public static List<Requirement> of(Facts facts, Vacancy vacancy) {
    return new Requirements(facts, vacancy).all();
  }

  /** Whether the résumé says anything of it. */
  public boolean isCovered() {
    return !facts.isEmpty();
  }

  /** What was done with it, beyond naming it. */
  public Optional<Fact> deed() {
    return facts.stream().filter(fact -> fact.where().contains("/highlights/")).findFirst();
  }

  /** Whether a text names this, by any of its names or by something that brings it. */
  public boolean isNamedIn(String text) {
    List<Skills.Hit> asked = Skills.SHIPPED.in(Word.of(term));
    if (asked.isEmpty()) {
      List<String> words = Word.of(term).stream().map(Word::folded).toList();
      return Collections.indexOfSubList(Word.of(text).stream().map(Word::folded).toList(), words)
          >= 0;
    }
    return Skills.SHIPPED.in(Word.of(text)).stream()
        .anyMatch(hit -> Skills.SHIPPED.broughtBy(hit.skill()).contains(asked.getFirst().skill()));
  }

  /** Whether a term says nothing that any posting would not say. */
  public static boolean isCommonplace(String term) {
    return Word.of(term).stream()
            .allMatch(word -> COMMONPLACE.stream().anyMatch(list -> list.contains(word.folded())))
        || Requirements.isOfForce(term);
  }
}
