package dev.peregrine.api.board;

import dev.peregrine.api.ExtensionContext;
import dev.peregrine.api.ExtensionException;

/**
 * What the host lends a board for one call.
 *
 * @since 0.1
 */
public interface BoardContext extends ExtensionContext {

  /**
   * Reports a part of the search that failed while the rest goes on: one employer, one page, one
   * row. The person sees it in the run.
   *
   * @param what the part, as a person names it, such as {@code Employer "acme"} or {@code row 17}
   * @param why what went wrong
   */
  void skipped(String what, ExtensionException why);
}
