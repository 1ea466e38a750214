package dev.peregrine.host.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.model.FileHeader;

/**
 * An archive as somebody gives it to us: nothing it says is believed before it was checked. Opening
 * it reads and checks all names and sizes; the contents are checked as they are read.
 */
final class Archive implements AutoCloseable {

  private static final int BUFFER = 1 << 16;
  private static final int TOLD_EVERY = 4 << 20;
  private static final long MOST_BYTES = 64L << 30;

  /** In the attributes that Unix keeps for a file: its kind, and that of a link. */
  private static final int KIND = 0xf0;

  private static final int LINK = 0xa0;
  private static final String WITHOUT_EFFECT = " Nothing was changed; use another backup.";

  private final Path file;
  private final ZipFile zip;
  private final Map<String, FileHeader> headers = new HashMap<>();
  private final Manifest manifest;
  private final boolean encrypted;

  private Archive(Path file, ZipFile zip, Optional<Passphrase> passphrase) throws IOException {
    this.file = file;
    this.zip = zip;
    boolean locked = false;
    for (FileHeader header : headersOf(zip)) {
      take(header);
      locked |= header.isEncrypted();
    }
    this.encrypted = locked;
    if (locked && passphrase.isEmpty()) {
      throw new LockedBackupException(file);
    }
    this.manifest = Manifest.read(manifestBytes());
    compare();
  }

  /**
   * Opens an archive and checks its names, sizes and manifest.
   *
   * @throws LockedBackupException where it is encrypted and no passphrase is given
   * @throws BackupException with a sentence where it is not fit to be restored
   */
  static Archive open(Path file, Optional<Passphrase> passphrase) {
    if (!Files.isRegularFile(file)) {
      throw new BackupException("There is no file \"%s\".".formatted(file));
    }
    ZipFile zip =
        passphrase
            .map(phrase -> new ZipFile(file.toFile(), phrase.characters()))
            .orElseGet(() -> new ZipFile(file.toFile()));
    boolean open = false;
    try {
      var archive = new Archive(file, zip, passphrase);
      open = true;
      return archive;
    } catch (IOException failed) {
      throw unreadable(file, failed);
    } finally {
      if (!open) {
        close(zip);
      }
    }
  }

  /** Whether a passphrase is needed; false also for a file that is no archive. */
  static boolean isEncrypted(Path file) {
    try (var zip = new ZipFile(file.toFile())) {
      return zip.isEncrypted();
    } catch (IOException | RuntimeException noArchive) {
      return false;
    }
  }

  private List<FileHeader> headersOf(ZipFile from) throws IOException {
    try {
      if (from.isSplitArchive()) {
        throw new BackupException(
            "\"%s\" is a part of a split archive. Put it together first.".formatted(file));
      }
      List<FileHeader> all = from.getFileHeaders();
      if (all.isEmpty()) {
        throw new IOException("Nothing is in it");
      }
      if (all.size() > Manifest.MOST_ENTRIES) {
        throw new BackupException(
            "The archive has %,d files, expected at most %,d.%s"
                .formatted(all.size(), Manifest.MOST_ENTRIES, WITHOUT_EFFECT));
      }
      return all;
    } catch (IndexOutOfBoundsException | IllegalArgumentException | NegativeArraySizeException e) {
      throw new IOException("Damaged directory", e);
    }
  }

  private void take(FileHeader header) {
    String name = Optional.ofNullable(header.getFileName()).orElse("");
    if (!name.equals(EntryName.MANIFEST)) {
      EntryName.checked(name);
    }
    byte[] attributes = header.getExternalFileAttributes();
    boolean isLink = attributes != null && attributes.length == 4 && (attributes[3] & KIND) == LINK;
    if (isLink) {
      throw new BackupException(
          "The archive holds \"%s\" as a link, expected files only.%s"
              .formatted(name, WITHOUT_EFFECT));
    }
    if (headers.putIfAbsent(EntryName.folded(name), header) != null) {
      throw new BackupException(
          "The archive holds \"%s\" twice.%s".formatted(name, WITHOUT_EFFECT));
    }
  }

  private byte[] manifestBytes() throws IOException {
    FileHeader header = headers.get(EntryName.MANIFEST);
    if (header == null) {
      throw new BackupException(
          "\"%s\" has no manifest.json, so it is no backup of Peregrine. Choose a file that \"peregrine backup create\" or the page Backup made."
              .formatted(file));
    }
    try (InputStream in = zip.getInputStream(header)) {
      byte[] bytes = in.readNBytes(Manifest.MOST_BYTES + 1);
      if (bytes.length > Manifest.MOST_BYTES) {
        throw new BackupException(
            "The backup's manifest.json is larger than %d MB.%s"
                .formatted(Manifest.MOST_BYTES >> 20, WITHOUT_EFFECT));
      }
      return bytes;
    }
  }

  /** The manifest and the archive have to name the same files with the same sizes. */
  private void compare() {
    var inManifest = new HashSet<String>();
    for (Manifest.Entry entry : manifest.entries()) {
      FileHeader header = headers.get(EntryName.folded(entry.path()));
      if (header == null || !header.getFileName().equals(entry.path())) {
        throw new BackupException(
            "The backup's manifest names \"%s\", which is not in the archive.%s"
                .formatted(entry.path(), WITHOUT_EFFECT));
      }
      if (header.getUncompressedSize() != entry.bytes()) {
        throw new BackupException(
            "\"%s\" has %,d bytes in the archive, but the manifest says %,d.%s"
                .formatted(
                    entry.path(), header.getUncompressedSize(), entry.bytes(), WITHOUT_EFFECT));
      }
      inManifest.add(EntryName.folded(entry.path()));
    }
    for (Map.Entry<String, FileHeader> header : headers.entrySet()) {
      if (!header.getKey().equals(EntryName.MANIFEST) && !inManifest.contains(header.getKey())) {
        throw new BackupException(
            "The archive holds \"%s\", which its manifest does not name.%s"
                .formatted(header.getValue().getFileName(), WITHOUT_EFFECT));
      }
    }
    if (manifest.bytes() > MOST_BYTES || manifest.bytes() < 0) {
      throw new BackupException(
          "The backup would unpack to %,d MB, expected at most %,d.%s"
              .formatted(manifest.bytes() >> 20, MOST_BYTES >> 20, WITHOUT_EFFECT));
    }
  }

  Manifest manifest() {
    return manifest;
  }

  boolean isEncrypted() {
    return encrypted;
  }

  /** Reads everything and compares it with what the manifest says. */
  void verify(Progress progress) {
    read(Optional.empty(), progress);
  }

  /** The same, and writes it into a new folder. */
  void extract(Path folder, Progress progress) {
    read(Optional.of(folder), progress);
  }

  private void read(Optional<Path> folder, Progress progress) {
    var counted = new Counted(progress, manifest.bytes());
    for (Manifest.Entry entry : manifest.entries()) {
      try {
        if (folder.isPresent()) {
          Path to = folder.get().resolve(entry.path()).normalize();
          if (!to.startsWith(folder.get())) {
            throw new IllegalStateException(entry.path());
          }
          Files.createDirectories(to.getParent());
          try (FileChannel channel =
                  FileChannel.open(
                      to,
                      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                      Private.file(to));
              OutputStream out = java.nio.channels.Channels.newOutputStream(channel)) {
            copy(entry, out, counted);
            channel.force(true);
          }
        } else {
          copy(entry, OutputStream.nullOutputStream(), counted);
        }
      } catch (IOException failed) {
        throw unreadable(file, failed);
      }
    }
  }

  private static final class Counted {
    private final Progress progress;
    private final long total;
    private long done;
    private long told;

    Counted(Progress progress, long total) {
      this.progress = progress;
      this.total = total;
    }

    void add(int bytes) {
      done += bytes;
      if (done - told >= TOLD_EVERY) {
        told = done;
        progress.of(done, total);
      }
    }
  }

  private void copy(Manifest.Entry entry, OutputStream out, Counted counted) throws IOException {
    FileHeader header = headers.get(EntryName.folded(entry.path()));
    try (var in = new DigestInputStream(zip.getInputStream(header), Hash.sha256())) {
      var buffer = new byte[BUFFER];
      long bytes = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
        if (bytes > entry.bytes()) {
          throw new BackupException(
              "\"%s\" unpacks to more than the %,d bytes that the archive declares.%s"
                  .formatted(entry.path(), entry.bytes(), WITHOUT_EFFECT));
        }
        out.write(buffer, 0, read);
        counted.add(read);
      }
      String hash = HexFormat.of().formatHex(in.getMessageDigest().digest());
      if (bytes != entry.bytes() || !hash.equals(entry.sha256())) {
        throw new BackupException(
            "\"%s\" is not what the manifest says: its checksum differs.%s"
                .formatted(entry.path(), WITHOUT_EFFECT));
      }
    }
  }

  private static BackupException unreadable(Path file, IOException failed) {
    if (failed instanceof ZipException zip && zip.getType() == ZipException.Type.WRONG_PASSWORD) {
      return new BackupException(
          "The passphrase does not open \"%s\". Mind capitals and blanks, and try again."
              .formatted(file.getFileName()),
          failed);
    }
    String said = String.valueOf(failed.getMessage());
    if (said.contains("No space")) {
      return new BackupException(
          "The disk is full, so \"%s\" could not be unpacked. Nothing was changed; free some space and try again."
              .formatted(file.getFileName()),
          failed);
    }
    return new BackupException(
        "\"%s\" is damaged, cut off, or no zip archive. Nothing was changed; copy or download it again, or use another backup."
            .formatted(file.getFileName()),
        failed);
  }

  private static void close(ZipFile zip) {
    try {
      zip.close();
    } catch (IOException onlyRead) {
      throw new java.io.UncheckedIOException(onlyRead);
    }
  }

  @Override
  public void close() {
    close(zip);
  }
}
