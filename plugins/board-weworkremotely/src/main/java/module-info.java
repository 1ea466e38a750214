/** The board We Work Remotely. */
module peregrine.plugin.board.weworkremotely {
  requires peregrine.api;
  requires static org.jspecify;

  provides dev.peregrine.api.board.JobBoard with
      dev.peregrine.plugin.board.weworkremotely.WeWorkRemotelyBoard;
}
