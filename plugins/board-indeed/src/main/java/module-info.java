/** The board Indeed. */
module peregrine.plugin.board.indeed {
  requires peregrine.api;
  requires static org.jspecify;

  provides dev.peregrine.api.board.JobBoard with
      dev.peregrine.plugin.board.indeed.IndeedBoard;
}
