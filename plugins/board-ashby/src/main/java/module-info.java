/** Finds postings on the career pages that employers keep with Ashby. */
module peregrine.plugin.board.ashby {
  requires peregrine.api;
  requires static org.jspecify;

  provides dev.peregrine.api.board.JobBoard with
      dev.peregrine.plugin.board.ashby.AshbyBoard;
}
