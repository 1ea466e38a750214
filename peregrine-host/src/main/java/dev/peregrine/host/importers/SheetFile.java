package dev.peregrine.host.importers;

import static dev.peregrine.host.texts.Texts.t;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds out what kind of file a list is in, and reads it.
 *
 * @param encoding as the person chose; empty for what the file says
 * @param separator as the person chose; 0 for what the file says
 * @param work where a copy may lie while it is read
 */
record SheetFile(Path file, Optional<Encoding> encoding, char separator, Path work) {

  static final long MOST_BYTES = 100L << 20;
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PDF = "%PDF".getBytes(StandardCharsets.US_ASCII);

  /**
   * Reads it.
   *
   * @throws ListException with a sentence where it is no list
   */
  Sheet read() {
    try {
      byte[] head = head();
      if (begins(head, ZIP)) {
        return ZipSheet.read(file);
      }
      if (begins(head, SQLITE)) {
        return DatabaseSheet.read(file, work);
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new ListException(
            t("importers.too-large", "size", Files.size(file) >> 20, "most", MOST_BYTES >> 20));
      }
      if (begins(head, PDF)) {
        throw new ListException(t("importers.no-table"));
      }
      byte[] bytes = Files.readAllBytes(file);
      Encoding letters = Encoding.of(bytes);
      if (letters == Encoding.WINDOWS && hasZero(head)) {
        throw new ListException(t("importers.no-table"));
      }
      String start = new String(head, StandardCharsets.UTF_8).stripLeading();
      if (letters == Encoding.UTF_8 && (start.startsWith("{") || start.startsWith("["))) {
        return JsonSheet.read(letters.text(bytes));
      }
      return CsvSheet.read(bytes, encoding, separator);
    } catch (IOException unreadable) {
      throw new ListException(t("importers.unreadable"), unreadable);
    }
  }

  private byte[] head() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(1_000);
      boolean marked = head.length > 2 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB;
      return marked ? Arrays.copyOfRange(head, 3, head.length) : head;
    }
  }

  private static boolean begins(byte[] head, byte[] with) {
    return head.length >= with.length && Arrays.equals(head, 0, with.length, with, 0, with.length);
  }

  private static boolean hasZero(byte[] head) {
    for (byte each : head) {
      if (each == 0) {
        return true;
      }
    }
    return false;
  }
}
