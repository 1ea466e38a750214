package dev.peregrine.plugin.exporter.text;

import dev.peregrine.api.export.Exporter;
import dev.peregrine.testkit.ExporterContract;

class MarkdownExporterTest extends ExporterContract {

  @Override
  protected Exporter exporter() {
    return new MarkdownExporter();
  }
}
