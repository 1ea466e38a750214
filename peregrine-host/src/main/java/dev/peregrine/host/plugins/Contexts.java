package dev.peregrine.host.plugins;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.api.scoring.Scorer;
import dev.peregrine.api.scoring.ScorerContext;
import dev.peregrine.host.http.OutgoingHttp;
import java.time.InstantSource;
import java.util.Map;

/** Makes what the host lends an extension for one call of the current tenant. */
public final class Contexts {

  public Contexts(OutgoingHttp http, ExtensionSettings settings, InstantSource clock) {}

  /**
   * For one call of a board.
   *
   * @param overrides values for this call only, checked like the person's
   * @throws ExtensionException {@code BAD_SETTINGS} with a sentence for the person
   */
  public BoardContext board(
      Extension<JobBoard> board, Map<String, String> overrides, BoardListener listener)
      throws ExtensionException {
    throw new UnsupportedOperationException("not yet");
  }

  /** For one call of a scorer. */
  public ScorerContext scorer(Extension<Scorer> scorer, Map<String, String> overrides)
      throws ExtensionException {
    throw new UnsupportedOperationException("not yet");
  }
}
