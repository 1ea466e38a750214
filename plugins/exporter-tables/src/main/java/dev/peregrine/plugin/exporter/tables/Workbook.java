package dev.peregrine.plugin.exporter.tables;

import dev.peregrine.api.export.ExporterContext.Layout;
import dev.peregrine.api.export.ExporterContext.Paper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Office Open XML (ECMA-376, 5th edition, part 1), as little of it as a table needs. Written by
 * hand because the libraries put the time into what they write, and the same request must give the
 * same bytes.
 */
final class Workbook {

  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

  private static final String TYPES =
      HEAD
          + """
          <Types xmlns="%scontent-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
          """
              .formatted(PACKAGE);

  private static final String ROOT =
      HEAD
          + """
          <Relationships xmlns="%1$srelationships"><Relationship Id="rId1" Type="%2$s/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="%1$srelationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
          """
              .formatted(PACKAGE, OFFICE);

  private static final String PARTS =
      HEAD
          + """
          <Relationships xmlns="%1$srelationships"><Relationship Id="rId1" Type="%2$s/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="%2$s/styles" Target="styles.xml"/></Relationships>
          """
              .formatted(PACKAGE, OFFICE);

  /** Looks: 0 as it is, 1 heading, 2 day, 3 text that wraps. */
  private static final String STYLES =
      HEAD
          + """
          <styleSheet xmlns="%s"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
          """
              .formatted(MAIN);

  private Workbook() {}

  static void write(Table table, Layout layout, OutputStream to) throws IOException {
    // Closing would close what belongs to the host.
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      part(zip, "[Content_Types].xml", TYPES);
      part(zip, "_rels/.rels", ROOT);
      part(zip, "docProps/core.xml", core(layout));
      part(zip, "xl/workbook.xml", book(table));
      part(zip, "xl/_rels/workbook.xml.rels", PARTS);
      part(zip, "xl/styles.xml", STYLES);
      part(zip, "xl/worksheets/sheet1.xml", new Sheet(table, paper(layout)).xml());
    }
    bytes.writeTo(to);
  }

  private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
    zip.putNextEntry(entry);
    zip.write(xml.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String core(Layout layout) {
    return HEAD
        + """
        <cp:coreProperties xmlns:cp="%smetadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>%s</dc:title><dc:language>%s</dc:language></cp:coreProperties>
        """
            .formatted(
                PACKAGE, Xml.text(layout.title()), Xml.text(layout.locale().toLanguageTag()));
  }

  private static String book(Table table) {
    return HEAD
        + """
        <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="%s" sheetId="1" r:id="rId1"/></sheets></workbook>
        """
            .formatted(MAIN, OFFICE, Xml.text(table.name()));
  }

  private static int paper(Layout layout) {
    return layout.paper() == Paper.US_LETTER ? 1 : 9;
  }
}
