/** The board Glassdoor. */
module peregrine.plugin.board.glassdoor {
  requires peregrine.api;
  requires static org.jspecify;

  provides dev.peregrine.api.board.JobBoard with
      dev.peregrine.plugin.board.glassdoor.GlassdoorBoard;
}
