/** The board Job pages. */
module peregrine.plugin.board.jobpages {
  requires peregrine.api;
  requires static org.jspecify;

  provides dev.peregrine.api.board.JobBoard with
      dev.peregrine.plugin.board.jobpages.JobPagesBoard;
}
