/** Notices in Slack. */
module peregrine.plugin.integration.slack {
  requires peregrine.api;
  requires peregrine.integration.wire;
  requires static org.jspecify;

  provides dev.peregrine.api.integration.Integration with
      dev.peregrine.plugin.integration.slack.Slack;
}
