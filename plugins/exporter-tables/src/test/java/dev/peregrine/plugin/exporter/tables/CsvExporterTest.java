package dev.peregrine.plugin.exporter.tables;

import dev.peregrine.api.export.Exporter;
import dev.peregrine.testkit.ExporterContract;

class CsvExporterTest extends ExporterContract {

  @Override
  protected Exporter exporter() {
    return new CsvExporter();
  }
}
