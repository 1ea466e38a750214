/** The board Bayt. */
module peregrine.plugin.board.bayt {
  requires peregrine.api;
  requires static org.jspecify;

  provides dev.peregrine.api.board.JobBoard with
      dev.peregrine.plugin.board.bayt.BaytBoard;
}
