/** Notices through ntfy. */
module peregrine.plugin.integration.ntfy {
  requires peregrine.api;
  requires peregrine.integration.wire;
  requires static org.jspecify;

  provides dev.peregrine.api.integration.Integration with
      dev.peregrine.plugin.integration.ntfy.Ntfy;
}
