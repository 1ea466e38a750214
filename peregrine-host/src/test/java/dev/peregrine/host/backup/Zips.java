package dev.peregrine.host.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;

/** Archives that Peregrine would not make. */
final class Zips {

  private Zips() {}

  /** A manifest that tells the truth about one file. */
  static byte[] manifest(int format, int schema, String name, byte[] bytes) {
    return manifest(format, schema, name, bytes.length, hash(bytes));
  }

  static byte[] manifest(int format, int schema, String name, long bytes, String hash) {
    return new Manifest(
            format,
            Instant.parse("2026-11-22T10:00:00Z"),
            "1.2.3",
            schema,
            0,
            false,
            List.of(),
            List.of(),
            List.of(new Manifest.Entry(name, bytes, hash)))
        .json();
  }

  static String hash(byte[] bytes) {
    return HexFormat.of().formatHex(Hash.sha256().digest(bytes));
  }

  static void write(Path file, byte[] manifest, String name, byte[] bytes) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        var zip = new ZipOutputStream(out)) {
      add(zip, name, bytes);
      add(zip, "manifest.json", manifest);
    }
  }

  static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    var parameters = new ZipParameters();
    parameters.setFileNameInZip(name);
    zip.putNextEntry(parameters);
    zip.write(bytes);
    zip.closeEntry();
  }
}
