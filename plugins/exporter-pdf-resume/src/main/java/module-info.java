/** Résumés and applications as PDF. */
module peregrine.plugin.exporter.pdf.resume {
  requires java.desktop;
  requires openhtmltopdf.core;
  requires openhtmltopdf.pdfbox;
  requires org.apache.pdfbox;
  requires peregrine.api;
  requires peregrine.document.fonts;
  requires static org.jspecify;

  provides dev.peregrine.api.export.Exporter with
      dev.peregrine.plugin.exporter.pdf.resume.PdfResumeExporter;
}
