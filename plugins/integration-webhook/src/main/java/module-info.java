/** Notices to a webhook of the person. */
module peregrine.plugin.integration.webhook {
  requires peregrine.api;
  requires peregrine.integration.wire;
  requires static org.jspecify;

  provides dev.peregrine.api.integration.Integration with
      dev.peregrine.plugin.integration.webhook.Webhook;
}
