/** A record a job in an Airtable table. */
module peregrine.plugin.integration.airtable {
  requires peregrine.api;
  requires peregrine.integration.wire;
  requires static org.jspecify;

  provides dev.peregrine.api.integration.Integration with
      dev.peregrine.plugin.integration.airtable.Airtable;
}
