package dev.peregrine.host.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Kinds of documents, told by their first bytes; a name can lie. */
enum DocumentKind {
  PDF,
  DOCX,
  DOC,
  ODT,
  RTF,
  HTML,
  TEXT;

  private static final int MOST_ENTRIES = 200;

  /** The kind; empty where it is none of these. */
  static Optional<DocumentKind> of(byte[] document, String name) {
    String start =
        new String(document, 0, Math.min(1024, document.length), StandardCharsets.ISO_8859_1);
    if (start.contains("%PDF-")) {
      return Optional.of(PDF);
    }
    if (start.startsWith("{\\rtf")) {
      return Optional.of(RTF);
    }
    if (start.startsWith("\u00D0\u00CF\u0011\u00E0")) {
      return Optional.of(DOC);
    }
    if (start.startsWith("PK\u0003\u0004")) {
      return inZip(document);
    }
    if (isBinary(document)) {
      return Optional.empty();
    }
    String lower = start.toLowerCase(Locale.ROOT).strip();
    boolean html =
        lower.startsWith("<!doctype html")
            || lower.startsWith("<html")
            || name.toLowerCase(Locale.ROOT).matches(".*\\.x?html?");
    return Optional.of(html ? HTML : TEXT);
  }

  /** Whether its text can be had without a parser that needs to be locked away. */
  boolean isPlain() {
    return this == HTML || this == TEXT;
  }

  private static Optional<DocumentKind> inZip(byte[] document) {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(document))) {
      ZipEntry entry;
      for (int seen = 0; seen < MOST_ENTRIES && (entry = zip.getNextEntry()) != null; seen++) {
        if (entry.getName().startsWith("word/")) {
          return Optional.of(DOCX);
        }
        if (entry.getName().equals("mimetype")) {
          String type = new String(zip.readNBytes(100), StandardCharsets.US_ASCII);
          return type.startsWith("application/vnd.oasis.opendocument.text")
              ? Optional.of(ODT)
              : Optional.empty();
        }
      }
    } catch (IOException | IllegalArgumentException broken) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** Whether it begins with the mark of UTF-16, in either order. */
  static boolean isUtf16(byte[] document) {
    if (document.length < 2) {
      return false;
    }
    int mark = ((document[0] & 0xFF) << 8) | (document[1] & 0xFF);
    return mark == 0xFEFF || mark == 0xFFFE;
  }

  /** UTF-16 text begins with a mark; other text has no zero bytes. */
  private static boolean isBinary(byte[] document) {
    if (isUtf16(document)) {
      return false;
    }
    int strange = 0;
    int looked = Math.min(document.length, 8192);
    for (int index = 0; index < looked; index++) {
      byte value = document[index];
      if (value == 0) {
        return true;
      }
      strange += (value > 0 && value < 9) || (value > 13 && value < 27) ? 1 : 0;
    }
    return strange * 20 > looked;
  }
}
