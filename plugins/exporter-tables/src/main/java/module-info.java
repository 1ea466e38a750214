/** Lists as tables. */
module peregrine.plugin.exporter.tables {
  requires peregrine.api;
  requires static org.jspecify;

  provides dev.peregrine.api.export.Exporter with
      dev.peregrine.plugin.exporter.tables.CsvExporter,
      dev.peregrine.plugin.exporter.tables.XlsxExporter;
}
