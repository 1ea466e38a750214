/** A row a job in a Google spreadsheet. */
module peregrine.plugin.integration.googlesheets {
  requires peregrine.api;
  requires peregrine.google.wire;
  requires static org.jspecify;

  provides dev.peregrine.api.integration.Integration with
      dev.peregrine.plugin.integration.googlesheets.GoogleSheets;
}
