/** The board LinkedIn. */
module peregrine.plugin.board.linkedin {
  requires peregrine.api;
  requires static org.jspecify;

  provides dev.peregrine.api.board.JobBoard with
      dev.peregrine.plugin.board.linkedin.LinkedInBoard;
}
