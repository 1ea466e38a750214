/** Calendar files. */
module peregrine.plugin.exporter.ics {
  requires peregrine.api;
  requires peregrine.calendar.wire;
  requires static org.jspecify;

  provides dev.peregrine.api.export.Exporter with
      dev.peregrine.plugin.exporter.ics.IcsExporter;
}
