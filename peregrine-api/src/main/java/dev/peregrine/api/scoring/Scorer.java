package dev.peregrine.api.scoring;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Posting;
import java.util.List;

/**
 * Says how well postings fit a person, and why. Plugins implement it; the host calls it.
 *
 * <p><b>Threads:</b> one instance serves all tenants and is called from many threads at once. Keep
 * no state.
 *
 * <p><b>Failure:</b> any exception costs the score of the postings in the call, which then stay
 * unscored with the reason shown; {@code BAD_SETTINGS} rests the scorer until its settings change.
 *
 * <p><b>Limits:</b> 60 s a call; then interrupted. A call has at most 1,000 postings.
 *
 * @since 0.1
 */
public interface Scorer {

  /** What this scorer is: a constant. */
  ScorerDescriptor descriptor();

  /**
   * Scores postings against a person.
   *
   * <p>The same posting and person give the same score, in any company of other postings and on any
   * day, as long as settings and {@linkplain ScorerDescriptor#revision revision} are the same.
   *
   * @return one score a posting, in the same order
   */
  List<Score> score(Candidate candidate, List<Posting> postings, ScorerContext context)
      throws ExtensionException, InterruptedException;
}
