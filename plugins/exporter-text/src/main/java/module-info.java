/** Documents as text. */
module peregrine.plugin.exporter.text {
  requires peregrine.api;
  requires peregrine.document.outline;
  requires static org.jspecify;

  provides dev.peregrine.api.export.Exporter with
      dev.peregrine.plugin.exporter.text.TextExporter,
      dev.peregrine.plugin.exporter.text.MarkdownExporter,
      dev.peregrine.plugin.exporter.text.HtmlExporter,
      dev.peregrine.plugin.exporter.text.JsonResumeExporter;
}
