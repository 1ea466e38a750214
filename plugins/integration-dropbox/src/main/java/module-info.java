/** Documents into Dropbox. */
module peregrine.plugin.integration.dropbox {
  requires peregrine.api;
  requires peregrine.integration.wire;
  requires static org.jspecify;

  provides dev.peregrine.api.integration.Integration with
      dev.peregrine.plugin.integration.dropbox.Dropbox;
}
