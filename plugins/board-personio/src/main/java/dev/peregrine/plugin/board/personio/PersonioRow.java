package dev.peregrine.plugin.board.personio;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Posting;
import dev.peregrine.api.board.Employer;
import java.net.URI;
import java.time.InstantSource;

/** A posting in one of the two forms in which Personio shows it. */
sealed interface PersonioRow permits PersonioBox, PersonioPosition {

  /** The posting's number. */
  String id() throws ExtensionException;

  /**
   * The posting.
   *
   * @param pages the address below which people read postings
   * @throws ExtensionException {@code CHANGED_REMOTE} where id or title is missing
   */
  Posting read(Employer employer, URI pages, InstantSource clock) throws ExtensionException;
}
