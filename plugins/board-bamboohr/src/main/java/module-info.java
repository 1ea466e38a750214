/** Finds postings on the career pages that employers keep with BambooHR. */
module peregrine.plugin.board.bamboohr {
  requires peregrine.api;
  requires static org.jspecify;

  provides dev.peregrine.api.board.JobBoard with
      dev.peregrine.plugin.board.bamboohr.BambooHrBoard;
}
