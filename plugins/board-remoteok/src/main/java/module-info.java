/** The board Remote OK. */
module peregrine.plugin.board.remoteok {
  requires peregrine.api;
  requires static org.jspecify;

  provides dev.peregrine.api.board.JobBoard with
      dev.peregrine.plugin.board.remoteok.RemoteOkBoard;
}
