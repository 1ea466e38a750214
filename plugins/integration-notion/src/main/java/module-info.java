/** A page a job in a Notion database. */
module peregrine.plugin.integration.notion {
  requires peregrine.api;
  requires peregrine.integration.wire;
  requires static org.jspecify;

  provides dev.peregrine.api.integration.Integration with
      dev.peregrine.plugin.integration.notion.Notion;
}
