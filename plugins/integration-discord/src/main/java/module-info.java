/** Notices in Discord. */
module peregrine.plugin.integration.discord {
  requires peregrine.api;
  requires peregrine.integration.wire;
  requires static org.jspecify;

  provides dev.peregrine.api.integration.Integration with
      dev.peregrine.plugin.integration.discord.Discord;
}
