/**
 * A plugin is one module. It requires the API and whatever libraries it brings, exports nothing,
 * and says with {@code provides} which extensions it has.
 */
module __package__ {
  requires peregrine.api;
  requires static org.jspecify;

  provides dev.peregrine.api.board.JobBoard with
      __package__.__Name__Board;
}
