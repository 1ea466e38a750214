package dev.peregrine.plugin.scorer.keywords;

import dev.peregrine.api.scoring.Candidate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The counted words of a person, prepared once for all postings of a call. */
final class Person {

  private final Bag bag;
  private final List<Term> byFrequency;

  private Person(Bag bag) {
    this.bag = bag;
    this.byFrequency = bag.terms().stream().sorted(Term.BY_FREQUENCY).toList();
  }

  static Person of(Candidate candidate, Lexicon lexicon) {
    var bag = new Bag(lexicon);
    PlainText.of(candidate.resume()).lines().forEach(line -> bag.add(line, Part.TEXT, 1));
    candidate.titles().forEach(title -> bag.add(title, Part.TITLE, 1));
    candidate.skills().forEach(skill -> bag.add(skill, Part.SKILLS, 1));
    return new Person(bag);
  }

  @Nullable Term find(String key) {
    return bag.find(key);
  }

  List<Term> byFrequency() {
    return byFrequency;
  }

  int telling() {
    return bag.telling();
  }
}
