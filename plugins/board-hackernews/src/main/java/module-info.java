/** The board Hacker News. */
module peregrine.plugin.board.hackernews {
  requires peregrine.api;
  requires static org.jspecify;

  provides dev.peregrine.api.board.JobBoard with
      dev.peregrine.plugin.board.hackernews.HackerNewsBoard;
}
