/** The board Craigslist. */
module peregrine.plugin.board.craigslist {
  requires peregrine.api;
  requires static org.jspecify;

  provides dev.peregrine.api.board.JobBoard with
      dev.peregrine.plugin.board.craigslist.CraigslistBoard;
}
