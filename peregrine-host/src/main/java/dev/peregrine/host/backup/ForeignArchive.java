package dev.peregrine.host.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.model.FileHeader;

/**
 * A zip that another program made, unpacked as far as it is wanted. Every name in it is checked,
 * also of what is not wanted; sizes are counted as they come and not believed.
 */
public final class ForeignArchive {

  private static final int MOST_ENTRIES = 200_000;
  private static final int MOST_WANTED = 20_000;
  private static final long MOST_BYTES = 16L << 30;
  private static final long SPARE_BYTES = 64L << 20;
  private static final int BUFFER = 1 << 16;
  private static final int KIND = 0xf0;
  private static final int LINK = 0xa0;
  private static final Pattern SEGMENT = Pattern.compile("[^\\p{Cntrl}\\\\:]{1,255}");
  private static final String WITHOUT_EFFECT = " Nothing was changed.";

  private ForeignArchive() {}

  /**
   * Unpacks what is wanted.
   *
   * @param folder an empty one
   * @param wanted the name that an entry gets there; empty for what is not wanted
   * @return the files, by that name
   * @throws BackupException with a sentence where it is no such archive or not fit to be unpacked
   */
  public static Map<String, Path> unpack(
      Path file, Path folder, Function<String, Optional<String>> wanted) {
    try (var zip = new ZipFile(file.toFile())) {
      return unpack(zip, folder, wanted);
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException damaged) {
      String said = String.valueOf(damaged.getMessage());
      throw new BackupException(
          said.contains("No space")
              ? "The disk is full, so the archive could not be unpacked. Nothing was changed; free some space and try again."
              : "The archive is damaged, cut off, or no zip archive. Nothing was changed; copy or download it again.",
          damaged);
    }
  }

  private static Map<String, Path> unpack(
      ZipFile zip, Path folder, Function<String, Optional<String>> wanted) throws IOException {
    if (zip.isSplitArchive()) {
      throw new BackupException(
          "This is a part of a split archive. Put it together first." + WITHOUT_EFFECT);
    }
    List<FileHeader> headers = zip.getFileHeaders();
    if (headers.size() > MOST_ENTRIES) {
      throw new BackupException(
          "The archive has %,d files, expected at most %,d. Pack only the folders config and data."
              .formatted(headers.size(), MOST_ENTRIES));
    }
    Map<String, FileHeader> taken = taken(headers, wanted);
    long room = Math.min(MOST_BYTES, Files.getFileStore(folder).getUsableSpace() - SPARE_BYTES);
    var files = new LinkedHashMap<String, Path>();
    for (Map.Entry<String, FileHeader> each : taken.entrySet()) {
      Path to = folder.resolve(each.getKey()).normalize();
      if (!to.startsWith(folder)) {
        throw refused(each.getKey());
      }
      Files.createDirectories(to.getParent());
      room -= copy(zip, each.getValue(), to, room);
      files.put(each.getKey(), to);
    }
    return files;
  }

  private static Map<String, FileHeader> taken(
      List<FileHeader> headers, Function<String, Optional<String>> wanted) {
    var taken = new LinkedHashMap<String, FileHeader>();
    var folded = new HashSet<String>();
    for (FileHeader header : headers) {
      String name = Optional.ofNullable(header.getFileName()).orElse("");
      check(name);
      Optional<String> target = header.isDirectory() ? Optional.empty() : wanted.apply(name);
      if (target.isEmpty()) {
        continue;
      }
      byte[] attributes = header.getExternalFileAttributes();
      if (attributes != null && attributes.length == 4 && (attributes[3] & KIND) == LINK) {
        throw new BackupException(
            "The archive holds \"%s\" as a link, expected a file.%s"
                .formatted(name, WITHOUT_EFFECT));
      }
      if (header.isEncrypted()) {
        throw new BackupException(
            "\"%s\" in the archive is encrypted. Unpack it yourself, then name the folder.%s"
                .formatted(name, WITHOUT_EFFECT));
      }
      if (!folded.add(EntryName.folded(target.get()))) {
        throw new BackupException(
            "The archive holds \"%s\" twice.%s".formatted(target.get(), WITHOUT_EFFECT));
      }
      taken.put(target.get(), header);
    }
    if (taken.size() > MOST_WANTED) {
      throw new BackupException(
          "The archive has %,d files of an earlier Peregrine, expected at most %,d.%s"
              .formatted(taken.size(), MOST_WANTED, WITHOUT_EFFECT));
    }
    return taken;
  }

  private static void check(String name) {
    String plain = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    if (plain.isEmpty() || plain.startsWith("/") || plain.length() > 1_000) {
      throw refused(name);
    }
    for (String segment : plain.split("/", -1)) {
      if (segment.equals("..") || segment.equals(".") || !SEGMENT.matcher(segment).matches()) {
        throw refused(name);
      }
    }
  }

  private static BackupException refused(String name) {
    String shown = name.length() > 80 ? name.substring(0, 80) + "…" : name;
    return new BackupException(
        "The archive holds \"%s\", which leads out of its folder or has an odd name. Somebody changed it, or it was not made by Peregrine.%s"
            .formatted(shown.replaceAll("\\p{Cntrl}", "?"), WITHOUT_EFFECT));
  }

  private static long copy(ZipFile zip, FileHeader header, Path to, long room) throws IOException {
    long bytes = 0;
    try (InputStream in = zip.getInputStream(header);
        FileChannel channel =
            FileChannel.open(
                to,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                Private.file(to));
        OutputStream out = Channels.newOutputStream(channel)) {
      var buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
        if (bytes > room || bytes > Math.max(0, header.getUncompressedSize())) {
          throw new BackupException(
              "\"%s\" in the archive unpacks to more than it says, or than there is room for.%s"
                  .formatted(header.getFileName(), WITHOUT_EFFECT));
        }
        out.write(buffer, 0, read);
      }
    }
    return bytes;
  }
}
