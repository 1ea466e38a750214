package dev.peregrine.plugin.exporter.office;

import dev.peregrine.api.export.ExporterContext.Layout;
import dev.peregrine.document.outline.Block;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipOutputStream;

/** The archive that an OpenDocument text is. */
record OdtDocument(Layout layout, Instant now) {

  static final String TYPE = "application/vnd.oasis.opendocument.text";

  void write(List<Block> blocks, OutputStream to) throws IOException {
    var zip = new ZipOutputStream(to);
    SteadyZip.addStored(zip, "mimetype", TYPE.getBytes(StandardCharsets.US_ASCII));
    SteadyZip.add(zip, "META-INF/manifest.xml", manifest());
    SteadyZip.add(zip, "meta.xml", meta());
    SteadyZip.add(zip, "styles.xml", styles());
    SteadyZip.add(zip, "content.xml", OdtContent.of(blocks));
    zip.finish();
  }

  private static byte[] manifest() {
    var xml = new OdtXml("manifest:manifest", "manifest");
    for (String file : List.of("/", "meta.xml", "styles.xml", "content.xml")) {
      xml.empty(
          "manifest:file-entry",
          "manifest:full-path",
          file,
          "manifest:media-type",
          file.equals("/") ? TYPE : "text/xml");
    }
    return xml.end();
  }

  private byte[] meta() {
    var xml = new OdtXml("office:document-meta", "office", "meta", "dc");
    xml.open("office:meta");
    xml.text("dc:title", layout.title());
    xml.text("dc:creator", "Peregrine");
    xml.text("dc:language", layout.locale().toLanguageTag());
    String moment = now.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "");
    xml.text("meta:creation-date", moment);
    xml.text("dc:date", moment);
    xml.close();
    return xml.end();
  }

  private byte[] styles() {
    var xml = new OdtXml("office:document-styles", "office", "style", "text", "fo");
    xml.open("office:styles");
    xml.open("style:default-style", "style:family", "paragraph");
    Locale locale = layout.locale();
    xml.empty(
        "style:text-properties",
        "fo:font-family",
        "Arial",
        "fo:font-size",
        "10.5pt",
        "fo:language",
        locale.getLanguage().isEmpty() ? "none" : locale.getLanguage(),
        "fo:country",
        locale.getCountry().isEmpty() ? "none" : locale.getCountry());
    xml.close();
    style(xml, OdtContent.TEXT, "", "10.5pt", false, "0pt", "6pt");
    style(xml, OdtContent.STRONG, "", "10.5pt", true, "0pt", "6pt");
    style(xml, OdtContent.TITLE, "", "20pt", true, "0pt", "2pt");
    style(xml, OdtContent.HEADING, "1", "12pt", true, "12pt", "4pt");
    style(xml, OdtContent.ENTRY, "2", "10.5pt", true, "6pt", "2pt");
    style(xml, OdtContent.ITEM, "", "10.5pt", false, "0pt", "2pt");
    style(xml, OdtContent.CELL, "", "9pt", false, "1pt", "1pt");
    style(xml, OdtContent.HEAD, "", "9pt", true, "1pt", "1pt");
    xml.open("text:list-style", "style:name", OdtContent.DOTS);
    xml.open("text:list-level-style-bullet", "text:level", "1", "text:bullet-char", "•");
    xml.empty("style:list-level-properties", "text:min-label-width", "5mm");
    xml.close();
    xml.close();
    xml.close();
    page(xml);
    return xml.end();
  }

  private void style(
      OdtXml xml,
      String name,
      String level,
      String size,
      boolean strong,
      String before,
      String after) {
    xml.open("style:style", "style:name", name, "style:family", "paragraph");
    if (!level.isEmpty()) {
      xml.attribute("style:default-outline-level", level);
    }
    xml.open("style:paragraph-properties", "fo:margin-top", before, "fo:margin-bottom", after);
    xml.attribute("fo:text-align", "start");
    if (!level.isEmpty()) {
      xml.attribute("fo:keep-with-next", "always");
    }
    if (name.equals(OdtContent.HEADING)) {
      xml.attribute("fo:border-bottom", "0.5pt solid #999999");
    }
    if (name.equals(OdtContent.ENTRY)) {
      xml.open("style:tab-stops");
      double edge = Sheet.of(layout.paper()).width() - 2 * Sheet.MARGIN;
      xml.empty("style:tab-stop", "style:position", millimetres(edge), "style:type", "right");
      xml.close();
    }
    xml.close();
    xml.empty(
        "style:text-properties",
        "fo:font-size",
        size,
        "fo:font-weight",
        strong ? "bold" : "normal");
    xml.close();
  }

  private void page(OdtXml xml) {
    Sheet sheet = Sheet.of(layout.paper());
    xml.open("office:automatic-styles");
    xml.open("style:page-layout", "style:name", "Page");
    xml.empty(
        "style:page-layout-properties",
        "fo:page-width",
        millimetres(sheet.width()),
        "fo:page-height",
        millimetres(sheet.height()),
        "fo:margin",
        millimetres(Sheet.MARGIN));
    xml.close();
    xml.close();
    xml.open("office:master-styles");
    xml.empty("style:master-page", "style:name", "Standard", "style:page-layout-name", "Page");
    xml.close();
  }

  private static String millimetres(double length) {
    return String.format(Locale.ROOT, "%.1fmm", length);
  }
}
