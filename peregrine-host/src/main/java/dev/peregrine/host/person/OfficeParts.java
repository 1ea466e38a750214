package dev.peregrine.host.person;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The parts of a DOCX or ODT as rough text, to see what stands outside the body. Tags are cut out
 * by hand, so that no XML parser meets a hostile file.
 */
final class OfficeParts {

  private static final Pattern NAMES =
      Pattern.compile("word/(document|header\\d*|footer\\d*)\\.xml|content\\.xml|styles\\.xml");
  private static final Pattern BOX =
      Pattern.compile(
          "<(?:w:txbxContent|draw:text-box)\\b.{0,20000}?</(?:w:txbxContent|draw:text-box)>",
          Pattern.DOTALL);
  private static final int MOST_ENTRIES = 500;
  private static final int MOST_BYTES = 4 << 20;

  private OfficeParts() {}

  /**
   * By their names, with {@code boxes} and {@code tables} where there are any; none of other files.
   */
  static Map<String, String> of(byte[] file) {
    var parts = new LinkedHashMap<String, String>();
    if (file.length < 4 || file[0] != 'P' || file[1] != 'K') {
      return parts;
    }
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      ZipEntry entry;
      for (int seen = 0; seen < MOST_ENTRIES && (entry = zip.getNextEntry()) != null; seen++) {
        if (NAMES.matcher(entry.getName()).matches()) {
          String xml = new String(zip.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
          parts.put(entry.getName(), text(xml));
          containers(xml, parts);
        }
      }
    } catch (IOException | IllegalArgumentException broken) {
      return parts;
    }
    return parts;
  }

  private static void containers(String xml, Map<String, String> parts) {
    Matcher box = BOX.matcher(xml);
    if (box.find() && !text(box.group()).isBlank()) {
      parts.put("boxes", text(box.group()));
    }
    if (xml.contains("<w:tbl>") || xml.contains("<table:table ")) {
      parts.put("tables", "");
    }
  }

  private static String text(String xml) {
    return xml.replaceAll(
            "</(?:w:p|text:p|text:h)>|<(?:w:tab|w:br|text:tab|text:line-break)[^>]{0,200}>", "\n")
        .replaceAll("<[^>]{0,4000}>", "")
        .replace("&amp;", "&")
        .replaceAll("\\n{2,}", "\n")
        .strip();
  }
}
