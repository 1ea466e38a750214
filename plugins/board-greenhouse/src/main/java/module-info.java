/** Finds postings on the career pages that employers keep with Greenhouse. */
module peregrine.plugin.board.greenhouse {
  requires peregrine.api;
  requires static org.jspecify;

  provides dev.peregrine.api.board.JobBoard with
      dev.peregrine.plugin.board.greenhouse.GreenhouseBoard;
}
