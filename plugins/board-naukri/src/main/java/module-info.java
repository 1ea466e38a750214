/** The board Naukri. */
module peregrine.plugin.board.naukri {
  requires peregrine.api;
  requires static org.jspecify;

  provides dev.peregrine.api.board.JobBoard with
      dev.peregrine.plugin.board.naukri.NaukriBoard;
}
