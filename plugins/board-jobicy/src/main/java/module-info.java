/** The board Jobicy. */
module peregrine.plugin.board.jobicy {
  requires peregrine.api;
  requires static org.jspecify;

  provides dev.peregrine.api.board.JobBoard with
      dev.peregrine.plugin.board.jobicy.JobicyBoard;
}
