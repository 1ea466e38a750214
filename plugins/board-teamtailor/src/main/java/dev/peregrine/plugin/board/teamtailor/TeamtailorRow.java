package dev.peregrine.plugin.board.teamtailor;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Posting;
import java.time.InstantSource;

/** A posting in one of the two forms in which Teamtailor writes it; both have the same id. */
sealed interface TeamtailorRow permits TeamtailorJsonItem, TeamtailorRssItem {

  /**
   * The posting.
   *
   * @param employer the employer's name, for a posting that has none
   * @throws ExtensionException {@code CHANGED_REMOTE} where id, title or address is missing
   */
  Posting read(String employer, InstantSource clock) throws ExtensionException;
}
