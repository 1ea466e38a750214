/** Documents into Google Drive. */
module peregrine.plugin.integration.googledrive {
  requires peregrine.api;
  requires peregrine.google.wire;
  requires static org.jspecify;

  provides dev.peregrine.api.integration.Integration with
      dev.peregrine.plugin.integration.googledrive.GoogleDrive;
}
