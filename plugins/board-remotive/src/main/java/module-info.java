/** The board Remotive. */
module peregrine.plugin.board.remotive {
  requires peregrine.api;
  requires static org.jspecify;

  provides dev.peregrine.api.board.JobBoard with
      dev.peregrine.plugin.board.remotive.RemotiveBoard;
}
