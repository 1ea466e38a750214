/** Notices in Telegram. */
module peregrine.plugin.integration.telegram {
  requires peregrine.api;
  requires peregrine.integration.wire;
  requires static org.jspecify;

  provides dev.peregrine.api.integration.Integration with
      dev.peregrine.plugin.integration.telegram.Telegram;
}
