/** Documents for word processors. */
module peregrine.plugin.exporter.office {
  requires java.xml;
  requires org.apache.poi.ooxml;
  requires org.apache.poi.ooxml.schemas;
  requires org.apache.xmlbeans;
  requires peregrine.api;
  requires peregrine.document.outline;
  requires static org.jspecify;

  provides dev.peregrine.api.export.Exporter with
      dev.peregrine.plugin.exporter.office.DocxExporter,
      dev.peregrine.plugin.exporter.office.OdtExporter;
}
