/** Documents into a folder of the own machine. */
module peregrine.plugin.integration.folder {
  requires peregrine.api;
  requires peregrine.integration.wire;
  requires static org.jspecify;

  provides dev.peregrine.api.integration.Integration with
      dev.peregrine.plugin.integration.folder.Folder;
}
