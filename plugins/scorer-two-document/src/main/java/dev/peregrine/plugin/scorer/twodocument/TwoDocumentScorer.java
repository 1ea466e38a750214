package dev.peregrine.plugin.scorer.twodocument;

import dev.peregrine.api.About;
import dev.peregrine.api.Posting;
import dev.peregrine.api.scoring.Candidate;
import dev.peregrine.api.scoring.Reason;
import dev.peregrine.api.scoring.Score;
import dev.peregrine.api.scoring.Scorer;
import dev.peregrine.api.scoring.ScorerContext;
import dev.peregrine.api.scoring.ScorerDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The match score of the earlier Peregrine, number for number: résumé and description, nothing
 * else. Kept as the mark that another scorer has to beat.
 *
 * <p><b>Source:</b> the defaults of scikit-learn's {@code TfidfVectorizer} with English stop words
 * and 200 features, fitted on the two texts, and their cosine.
 */
public final class TwoDocumentScorer implements Scorer {

  private static final ScorerDescriptor DESCRIPTOR =
      new ScorerDescriptor(
          About.of(
              "two-document",
              "Two documents",
              "The score of the earlier Peregrine, kept to compare with: TF-IDF over the résumé and"
                  + " the description alone. Splits C++ and .NET. Calls nobody."),
          1);

  @Override
  public ScorerDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Score> score(Candidate candidate, List<Posting> postings, ScorerContext context)
      throws InterruptedException {
    Map<String, Integer> resume = Words.count(candidate.resume());
    Set<String> pieces =
        Set.copyOf(List.of(candidate.resume().toLowerCase(Locale.ROOT).split("\\s+")));
    var scores = new ArrayList<Score>(postings.size());
    for (Posting posting : postings) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      scores.add(score(resume, pieces, posting));
    }
    return scores;
  }

  private static Score score(Map<String, Integer> resume, Set<String> pieces, Posting posting) {
    if (posting.description().isEmpty()) {
      return new Score.None("The posting has no description to compare with.");
    }
    Map<String, Integer> words = Words.count(PlainText.of(posting.description().get()));
    if (words.isEmpty() && resume.isEmpty()) {
      return new Score.None("Neither the résumé nor the description has a word that counts.");
    }
    TwoDocuments texts = TwoDocuments.of(resume, words);
    int tenths = (int) Math.round(1000 * texts.cosine());
    return new Score.Match(tenths / 10.0, reasons(tenths, texts.shares()), texts.gaps(pieces));
  }

  private static List<Reason> reasons(int total, Map<String, Double> shares) {
    int[] tenths = Points.tenths(total, List.copyOf(shares.values()));
    var reasons = new ArrayList<Reason>();
    int i = 0;
    for (String word : shares.keySet()) {
      if (tenths[i] > 0) {
        reasons.add(new Reason(word, tenths[i] / 10.0, "text"));
      }
      i++;
    }
    return reasons;
  }
}
