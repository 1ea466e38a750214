package dev.peregrine.host.earlier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What has no place in this program yet, as it was found: rows of tables one JSON object a line,
 * and files. The same row or file again adds nothing.
 */
final class Kept {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int KEY = 32;
  private static final String BEGIN = "{\"key\":\"";

  private final Path folder;
  private final boolean dry;
  private final Map<String, Set<String>> keys = new HashMap<>();
  private final Map<String, StringBuilder> waiting = new HashMap<>();

  /**
   * @param dry whether it only says what would be new
   */
  Kept(Path folder, boolean dry) {
    this.folder = folder;
    this.dry = dry;
  }

  Path folder() {
    return folder;
  }

  /**
   * Keeps a row.
   *
   * @param job the number here of the job that it belongs to
   * @return false where it is kept already
   */
  boolean row(String table, Map<String, ? extends @Nullable Object> row, OptionalLong job) {
    return row(table, row, Map.of(), job);
  }

  /**
   * The same with what does not make it another row.
   *
   * @param besides what else is kept with it
   */
  boolean row(
      String table,
      Map<String, ? extends @Nullable Object> row,
      Map<String, ? extends @Nullable Object> besides,
      OptionalLong job) {
    String kind = named(table);
    String key = hash((kind + JSON.writeValueAsString(row)).getBytes(StandardCharsets.UTF_8));
    if (!known(kind).add(key)) {
      return false;
    }
    if (!dry) {
      var line = new LinkedHashMap<String, @Nullable Object>();
      line.put("key", key);
      line.put("table", table);
      line.put("job", job.isPresent() ? job.getAsLong() : null);
      var whole = new LinkedHashMap<String, @Nullable Object>(row);
      whole.putAll(besides);
      line.put("row", whole);
      waiting
          .computeIfAbsent(kind, name -> new StringBuilder())
          .append(JSON.writeValueAsString(line))
          .append('\n');
    }
    return true;
  }

  /** Writes the rows that wait; to be called now and then. */
  void flush() {
    waiting.forEach(
        (kind, lines) -> {
          try {
            Path file = rows(kind);
            Files.createDirectories(file.getParent());
            // A line that was cut off must not take the next one along.
            String begin = Files.exists(file) && !endsALine(file) ? "\n" : "";
            Files.writeString(
                file, begin + lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
          } catch (IOException failed) {
            throw unwritten(failed);
          }
        });
    waiting.clear();
  }

  /**
   * Keeps a file beside what is kept under that name already.
   *
   * @param name its place in the installation, with slashes
   * @return false where the same is kept already
   */
  boolean file(String name, byte[] bytes) {
    Path file = folder.resolve("files").resolve(name.replaceAll("(^|/)\\.", "$1dot-")).normalize();
    if (!file.startsWith(folder)) {
      throw new IllegalArgumentException(name);
    }
    try {
      Path other = file.resolveSibling(file.getFileName() + "." + hash(bytes).substring(0, 8));
      for (Path there : new Path[] {file, other}) {
        if (Files.exists(there) && Arrays.equals(Files.readAllBytes(there), bytes)) {
          return false;
        }
      }
      if (!dry) {
        Files.createDirectories(file.getParent());
        Files.write(Files.exists(file) ? other : file, bytes);
      }
      return true;
    } catch (IOException failed) {
      throw unwritten(failed);
    }
  }

  private Path rows(String kind) {
    return folder.resolve("rows").resolve(kind + ".jsonl");
  }

  private static boolean endsALine(Path file) throws IOException {
    try (var channel = Files.newByteChannel(file)) {
      long size = channel.size();
      var last = java.nio.ByteBuffer.allocate(1);
      channel.position(Math.max(0, size - 1)).read(last);
      return size == 0 || last.get(0) == '\n';
    }
  }

  private Set<String> known(String kind) {
    return keys.computeIfAbsent(
        kind,
        name -> {
          var known = new HashSet<String>();
          if (Files.exists(rows(name))) {
            try (Stream<String> lines = Files.lines(rows(name), StandardCharsets.ISO_8859_1)) {
              lines
                  .filter(line -> line.startsWith(BEGIN) && line.endsWith("}}"))
                  .map(line -> line.substring(BEGIN.length(), BEGIN.length() + KEY))
                  .forEach(known::add);
            } catch (IOException | UncheckedIOException failed) {
              throw new EarlierException(
                  "\"%s\" cannot be read. Give your user the right to.".formatted(rows(name)),
                  failed);
            }
          }
          return known;
        });
  }

  private EarlierException unwritten(IOException failed) {
    return new EarlierException(
        "\"%s\" cannot be written (%s). Free some space or give your user the right to write there, then import once more: what came already does not come twice."
            .formatted(folder, failed.getClass().getSimpleName()),
        failed);
  }

  private static String named(String table) {
    String plain = table.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
    return plain.substring(0, Math.min(60, plain.length()));
  }

  static String hash(byte[] bytes) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, KEY / 2);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
