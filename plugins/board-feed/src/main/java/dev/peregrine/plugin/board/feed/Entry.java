package dev.peregrine.plugin.board.feed;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Posting;
import java.net.URI;
import java.util.Optional;

/** One entry of a feed. */
interface Entry {

  /** The heading as it stands there. */
  Optional<String> heading();

  /** Where a person reads it. */
  Optional<URI> link();

  /**
   * The posting.
   *
   * @param headings how the feed's headings are made
   * @throws ExtensionException where there is no heading or no address
   */
  Posting posting(Headings headings) throws ExtensionException;

  /** Ids that other feeds might have as well are not used: numbers, mostly. */
  static String nativeId(Optional<String> id, URI link) {
    return id.filter(text -> text.length() >= 16 || text.contains(":")).orElse(link.toString());
  }
}
