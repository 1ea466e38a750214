/** Finds postings on the career pages that employers keep with Personio. */
module peregrine.plugin.board.personio {
  requires peregrine.api;
  requires static org.jspecify;

  provides dev.peregrine.api.board.JobBoard with
      dev.peregrine.plugin.board.personio.PersonioBoard;
}
