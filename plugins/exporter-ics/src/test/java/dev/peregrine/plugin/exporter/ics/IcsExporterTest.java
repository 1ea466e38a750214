package dev.peregrine.plugin.exporter.ics;

import dev.peregrine.api.export.Exporter;
import dev.peregrine.testkit.ExporterContract;

class IcsExporterTest extends ExporterContract {

  @Override
  protected Exporter exporter() {
    return new IcsExporter();
  }
}
