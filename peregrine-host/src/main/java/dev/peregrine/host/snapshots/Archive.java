package dev.peregrine.host.snapshots;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.FileHeader;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.CompressionLevel;
import net.lingala.zip4j.model.enums.CompressionMethod;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A zip file with all of one person. The database in it is encrypted already, as it lies on the
 * disk; the other files are encrypted here (AES-256), under numbers, and so is the list of their
 * names.
 */
final class Archive {

  private static final String DATABASE = "database";
  private static final String NAMES = "names";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final char[] key;

  Archive(byte[] key) {
    this.key = HexFormat.of().formatHex(key).toCharArray();
  }

  /**
   * Writes one.
   *
   * @param to a file that does not exist yet
   * @return how many files are in it beside the database
   */
  int pack(Path database, List<Belongings.Named> files, Path to) throws IOException {
    var names = new ArrayList<String>();
    try (OutputStream out = Files.newOutputStream(to);
        var zip = new ZipOutputStream(out, key, StandardCharsets.UTF_8)) {
      add(zip, asItIs(Files.size(database)), database);
      for (Belongings.Named each : files) {
        try (InputStream in = Files.newInputStream(each.file())) {
          zip.putNextEntry(encrypted(Integer.toString(names.size())));
          long _ = in.transferTo(zip);
          var _ = zip.closeEntry();
          names.add(each.name());
        } catch (NoSuchFileException gone) {
          // As drafts do, between the listing and now.
        }
      }
      zip.putNextEntry(encrypted(NAMES));
      zip.write(JSON.writeValueAsBytes(names));
      var _ = zip.closeEntry();
    }
    return names.size();
  }

  private static void add(ZipOutputStream zip, ZipParameters entry, Path file) throws IOException {
    zip.putNextEntry(entry);
    long _ = Files.copy(file, zip);
    var _ = zip.closeEntry();
  }

  private static ZipParameters asItIs(long bytes) {
    var entry = new ZipParameters();
    entry.setFileNameInZip(DATABASE);
    entry.setCompressionMethod(CompressionMethod.STORE);
    entry.setEntrySize(bytes);
    return entry;
  }

  private static ZipParameters encrypted(String name) {
    var entry = new ZipParameters();
    entry.setFileNameInZip(name);
    entry.setCompressionLevel(CompressionLevel.FASTEST);
    entry.setEncryptFiles(true);
    entry.setEncryptionMethod(EncryptionMethod.AES);
    entry.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
    return entry;
  }

  /**
   * Writes everything into a folder, under its own names.
   *
   * @throws IOException where the archive is damaged, or was made with another key
   */
  void unpack(Path archive, Path folder) throws IOException {
    try (var zip = new ZipFile(archive.toFile(), key)) {
      extract(zip, DATABASE, folder.resolve(Belongings.DATABASE));
      List<String> names = names(zip);
      for (int at = 0; at < names.size(); at++) {
        String name = names.get(at);
        if (!Belongings.isFit(name)) {
          throw new IOException("It holds \"%s\".".formatted(name));
        }
        extract(zip, Integer.toString(at), folder.resolve(name));
      }
    } catch (ZipException damaged) {
      throw new IOException(damaged);
    }
  }

  private static List<String> names(ZipFile zip) throws IOException {
    try (InputStream in = zip.getInputStream(header(zip, NAMES))) {
      return JSON.readValue(in.readAllBytes(), new TypeReference<>() {});
    }
  }

  private static void extract(ZipFile zip, String entry, Path to) throws IOException {
    Files.createDirectories(to.resolveSibling(""));
    try (InputStream in = zip.getInputStream(header(zip, entry))) {
      long _ = Files.copy(in, to);
    }
  }

  private static FileHeader header(ZipFile zip, String name) throws IOException {
    FileHeader header = zip.getFileHeader(name);
    if (header == null) {
      throw new IOException("It holds no \"%s\".".formatted(name));
    }
    return header;
  }
}
