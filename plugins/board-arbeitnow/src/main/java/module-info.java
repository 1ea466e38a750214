/** The board Arbeitnow. */
module peregrine.plugin.board.arbeitnow {
  requires peregrine.api;
  requires static org.jspecify;

  provides dev.peregrine.api.board.JobBoard with
      dev.peregrine.plugin.board.arbeitnow.ArbeitnowBoard;
}
