package dev.peregrine.host.plugins;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Whether a file is a jar that can be opened without harm. */
final class JarCheck {

  private static final int MOST_ENTRIES = 60_000;
  private static final long MOST_BYTES = 2L << 30;
  private static final long BOMB_FROM = 64L << 20;
  private static final long BOMB_RATIO = 200;

  private JarCheck() {}

  static void check(Path jar, String name) throws BrokenPluginException {
    try (var zip = new ZipFile(jar.toFile())) {
      if (zip.size() > MOST_ENTRIES) {
        throw new BrokenPluginException(
            "File \"%s\" has %d entries, expected at most %d. It is not used."
                .formatted(name, zip.size(), MOST_ENTRIES));
      }
      long unpacked = 0;
      long packed = 0;
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        refuseWayOut(entry.getName(), name);
        unpacked += Math.max(0, entry.getSize());
        packed += Math.max(0, entry.getCompressedSize());
      }
      boolean isBomb = unpacked > BOMB_FROM && unpacked / Math.max(1, packed) > BOMB_RATIO;
      if (unpacked > MOST_BYTES || isBomb) {
        throw new BrokenPluginException(
            "File \"%s\" unpacks to %d MiB, which no plugin needs. It is not used."
                .formatted(name, unpacked >> 20));
      }
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private static void refuseWayOut(String entry, String name) throws BrokenPluginException {
    boolean leadsOut =
        entry.startsWith("/")
            || entry.startsWith("\\")
            || entry.contains("..\\")
            || entry.equals("..")
            || entry.startsWith("../")
            || entry.contains("/../")
            || entry.endsWith("/..")
            || entry.indexOf('\0') >= 0;
    if (leadsOut) {
      throw new BrokenPluginException(
          "File \"%s\" has an entry \"%s\" that leads out of it. It is not used."
              .formatted(name, entry.replaceAll("\\p{Cntrl}", "?")));
    }
  }

  static BrokenPluginException unreadable(String name, IOException why) {
    String message =
        why instanceof AccessDeniedException
                || String.valueOf(why.getMessage()).contains("ermission denied")
            ? "File \"%s\" cannot be read: permission denied. Make it readable for Peregrine."
                .formatted(name)
            : "File \"%s\" is not a readable jar: it may be damaged or only half copied. Copy it again."
                .formatted(name);
    return new BrokenPluginException(message, why);
  }
}
