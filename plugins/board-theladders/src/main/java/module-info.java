/** The board TheLadders. */
module peregrine.plugin.board.theladders {
  requires peregrine.api;
  requires static org.jspecify;

  provides dev.peregrine.api.board.JobBoard with
      dev.peregrine.plugin.board.theladders.TheLaddersBoard;
}
