package dev.peregrine.plugin.exporter.tables;

import dev.peregrine.api.export.Exporter;
import dev.peregrine.testkit.ExporterContract;

class XlsxExporterTest extends ExporterContract {

  @Override
  protected Exporter exporter() {
    return new XlsxExporter();
  }
}
