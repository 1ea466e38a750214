/** Finds postings on the career pages that employers keep with SmartRecruiters. */
module peregrine.plugin.board.smartrecruiters {
  requires peregrine.api;
  requires static org.jspecify;

  provides dev.peregrine.api.board.JobBoard with
      dev.peregrine.plugin.board.smartrecruiters.SmartRecruitersBoard;
}
