/** The board Google Jobs. */
module peregrine.plugin.board.google {
  requires peregrine.api;
  requires static org.jspecify;

  provides dev.peregrine.api.board.JobBoard with
      dev.peregrine.plugin.board.google.GoogleBoard;
}
