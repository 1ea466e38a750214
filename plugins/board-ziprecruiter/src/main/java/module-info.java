/** The board ZipRecruiter. */
module peregrine.plugin.board.ziprecruiter {
  requires peregrine.api;
  requires static org.jspecify;

  provides dev.peregrine.api.board.JobBoard with
      dev.peregrine.plugin.board.ziprecruiter.ZipRecruiterBoard;
}
