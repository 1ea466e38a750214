/** Letters, lists and reports as PDF. */
module peregrine.plugin.exporter.pdf {
  requires com.github.librepdf.openpdf;
  requires java.desktop;
  requires peregrine.api;
  requires peregrine.document.fonts;
  requires static org.jspecify;

  provides dev.peregrine.api.export.Exporter with
      dev.peregrine.plugin.exporter.pdf.PdfExporter;
}
