package dev.peregrine.host.importers;

import static dev.peregrine.host.texts.Texts.t;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads the archives that services give out: LinkedIn's copy of one's data, of which the saved jobs
 * and the applications are taken and nothing else is looked at, and JobSync's backup.
 */
final class ZipSheet {

  private ZipSheet() {}

  static Sheet read(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      List<? extends ZipEntry> entries =
          zip.stream()
              .filter(entry -> !entry.isDirectory() && !entry.getName().contains("__MACOSX"))
              .limit(20_000)
              .sorted(Comparator.comparing(ZipEntry::getName))
              .toList();
      if (entries.stream().anyMatch(entry -> entry.getName().equals("xl/workbook.xml"))) {
        throw new ListException(t("importers.excel"));
      }
      var rows = new Named();
      // What was saved comes first, so that what was applied for takes it further.
      for (String name : List.of("saved jobs", "job applications")) {
        for (ZipEntry entry : entries) {
          if (leaf(entry).matches(name + "( ?[_-]?\\d+)?\\.csv")) {
            add(CsvSheet.read(bytes(zip, entry), Optional.empty(), ','), rows);
          }
        }
      }
      if (!rows.isEmpty()) {
        return rows.sheet(Kind.LINKEDIN);
      }
      Optional<? extends ZipEntry> data =
          entries.stream().filter(entry -> leaf(entry).equals("data.json")).findFirst();
      if (data.isPresent()) {
        return JsonSheet.read(Encoding.UTF_8.text(bytes(zip, data.get())));
      }
      List<? extends ZipEntry> tables =
          entries.stream().filter(entry -> leaf(entry).matches(".*\\.(csv|tsv)")).toList();
      if (tables.size() == 1) {
        return CsvSheet.read(bytes(zip, tables.getFirst()), Optional.empty(), (char) 0);
      }
      throw new ListException(t("importers.zip-nothing"));
    } catch (ZipException broken) {
      throw new ListException(t("importers.zip-broken"), broken);
    }
  }

  private static void add(Sheet sheet, Named rows) {
    for (Sheet.Row row : sheet.rows()) {
      var cells = new LinkedHashMap<String, String>();
      for (int at = 0; at < sheet.header().size(); at++) {
        cells.put(sheet.header().get(at), row.cell(at));
      }
      rows.add(cells);
    }
    rows.leftOut(sheet.more());
  }

  private static String leaf(ZipEntry entry) {
    String name = entry.getName().replace('\\', '/');
    return name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  /** What an archive says of its sizes is not believed. */
  private static byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes((int) SheetFile.MOST_BYTES + 1);
      if (bytes.length > SheetFile.MOST_BYTES) {
        throw new ListException(
            t(
                "importers.too-large",
                "size",
                bytes.length >> 20,
                "most",
                SheetFile.MOST_BYTES >> 20));
      }
      return bytes;
    }
  }
}
