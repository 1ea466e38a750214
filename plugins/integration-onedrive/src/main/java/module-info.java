/** Documents into OneDrive. */
module peregrine.plugin.integration.onedrive {
  requires peregrine.api;
  requires peregrine.integration.wire;
  requires static org.jspecify;

  provides dev.peregrine.api.integration.Integration with
      dev.peregrine.plugin.integration.onedrive.OneDrive;
}
