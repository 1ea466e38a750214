/** Finds postings on the career pages that employers keep with Workday. */
module peregrine.plugin.board.workday {
  requires peregrine.api;
  requires static org.jspecify;

  provides dev.peregrine.api.board.JobBoard with
      dev.peregrine.plugin.board.workday.WorkdayBoard;
}
