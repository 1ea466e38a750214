package dev.peregrine.plugin.scorer.keywords;

import dev.peregrine.api.About;
import dev.peregrine.api.Posting;
import dev.peregrine.api.scoring.Candidate;
import dev.peregrine.api.scoring.Score;
import dev.peregrine.api.scoring.Scorer;
import dev.peregrine.api.scoring.ScorerContext;
import dev.peregrine.api.scoring.ScorerDescriptor;
import java.util.ArrayList;
import java.util.List;

/**
 * The default scorer: which words a posting and a résumé share, and how much of both that is. How
 * the formula was chosen: {@code docs/decisions/0005-default-scorer.md}.
 */
public final class KeywordsScorer implements Scorer {

  /** Fewer different words than this say nothing: one match by chance would already be a fifth. */
  private static final int MIN_TELLING = 5;

  private static final ScorerDescriptor DESCRIPTOR =
      new ScorerDescriptor(
          About.of(
              "keywords",
              "Keywords",
              "Compares the words of your résumé and of the posting, says which match, which are"
                  + " missing and what each weighs. Calls nobody."),
          1);

  @Override
  public ScorerDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Score> score(Candidate candidate, List<Posting> postings, ScorerContext context)
      throws InterruptedException {
    var lexicon = new Lexicon();
    Person person = Person.of(candidate, lexicon);
    var scores = new ArrayList<Score>(postings.size());
    for (Posting posting : postings) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      scores.add(score(person, posting, lexicon));
    }
    return scores;
  }

  private static Score score(Person person, Posting posting, Lexicon lexicon) {
    if (person.telling() < MIN_TELLING) {
      return new Score.None(tooFew("The résumé", person.telling()));
    }
    Advertisement advertisement = Advertisement.of(posting, lexicon);
    if (advertisement.telling() < MIN_TELLING) {
      return new Score.None(
          posting.description().isEmpty()
              ? "The posting has no description to compare with."
              : tooFew("The posting's description", advertisement.telling()));
    }
    return Explanation.of(TwoTexts.compare(person, advertisement.bag()), advertisement);
  }

  private static String tooFew(String what, int telling) {
    return "%s has only %d %s about the work; a score needs at least %d."
        .formatted(what, telling, telling == 1 ? "word" : "words", MIN_TELLING);
  }
}
