/** Finds postings on the career pages that employers keep with Teamtailor. */
module peregrine.plugin.board.teamtailor {
  requires peregrine.api;
  requires static org.jspecify;

  provides dev.peregrine.api.board.JobBoard with
      dev.peregrine.plugin.board.teamtailor.TeamtailorBoard;
}
