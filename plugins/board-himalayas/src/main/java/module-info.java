/** The board Himalayas. */
module peregrine.plugin.board.himalayas {
  requires peregrine.api;
  requires static org.jspecify;

  provides dev.peregrine.api.board.JobBoard with
      dev.peregrine.plugin.board.himalayas.HimalayasBoard;
}
