package dev.peregrine.plugin.exporter.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Writes archives whose bytes depend on nothing but what is in them. */
final class SteadyZip {

  /** The first month of zip files; at its very beginning the JDK adds fields that ODF forbids. */
  private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 2, 1, 0, 0);

  private SteadyZip() {}

  /** The same archive without the moment at which it was packed. */
  static void copy(byte[] archive, OutputStream to) throws IOException {
    var zip = new ZipOutputStream(to);
    try (var entries = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        add(zip, entry.getName(), entries.readAllBytes());
      }
    }
    zip.finish();
  }

  static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(ALWAYS);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  /** Without compression, as what says the kind of an archive has to stand in it. */
  static void addStored(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    var sum = new CRC32();
    sum.update(bytes);
    var entry = new ZipEntry(name);
    entry.setTimeLocal(ALWAYS);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
