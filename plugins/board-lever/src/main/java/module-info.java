/** Finds postings on the career pages that employers keep with Lever. */
module peregrine.plugin.board.lever {
  requires peregrine.api;
  requires static org.jspecify;

  provides dev.peregrine.api.board.JobBoard with
      dev.peregrine.plugin.board.lever.LeverBoard;
}
