/** Documents into Nextcloud and onto any WebDAV server. */
module peregrine.plugin.integration.webdav {
  requires peregrine.api;
  requires peregrine.integration.wire;
  requires static org.jspecify;

  provides dev.peregrine.api.integration.Integration with
      dev.peregrine.plugin.integration.webdav.Nextcloud,
      dev.peregrine.plugin.integration.webdav.WebDav;
}
