/** The board Feeds. */
module peregrine.plugin.board.feed {
  requires peregrine.api;
  requires static org.jspecify;

  provides dev.peregrine.api.board.JobBoard with
      dev.peregrine.plugin.board.feed.FeedBoard;
}
