/** Notices through Home Assistant. */
module peregrine.plugin.integration.homeassistant {
  requires peregrine.api;
  requires peregrine.integration.wire;
  requires static org.jspecify;

  provides dev.peregrine.api.integration.Integration with
      dev.peregrine.plugin.integration.homeassistant.HomeAssistant;
}
