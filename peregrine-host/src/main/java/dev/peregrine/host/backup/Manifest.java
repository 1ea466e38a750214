package dev.peregrine.host.backup;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an archive says of itself, in {@code manifest.json}.
 *
 * @param format of the archive
 * @param made when
 * @param peregrine the version that made it
 * @param schema of its database; 0 where it holds none
 * @param jobs how many jobs that holds
 * @param secrets whether it holds keys and passwords
 * @param leftOut files that were there and are not in it, because they hold a password
 * @param plugins that were installed
 * @param entries every other file of the archive
 */
record Manifest(
    int format,
    Instant made,
    String peregrine,
    int schema,
    long jobs,
    boolean secrets,
    List<String> leftOut,
    List<Plugin> plugins,
    List<Entry> entries) {

  static final int FORMAT = 1;
  static final int MOST_BYTES = 32 << 20;
  static final int MOST_ENTRIES = 100_000;

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final JsonMapper JSON = JsonMapper.shared();

  /** A file of the archive, before it was packed. */
  record Entry(String path, long bytes, String sha256) {}

  /** An installed plugin; its jar is an entry only where the person wanted that. */
  record Plugin(String id, String version, String sha256, boolean shipped) {}

  Manifest {
    leftOut = List.copyOf(leftOut);
    plugins = List.copyOf(plugins);
    entries = List.copyOf(entries);
  }

  long bytes() {
    return entries.stream().mapToLong(Entry::bytes).sum();
  }

  Map<String, Entry> byPath() {
    var map = new HashMap<String, Entry>();
    entries.forEach(entry -> map.put(entry.path(), entry));
    return map;
  }

  byte[] json() {
    var root = new LinkedHashMap<String, Object>();
    root.put("format", format);
    root.put("made", made.toString());
    root.put("peregrine", peregrine);
    root.put("schema", schema);
    root.put("jobs", jobs);
    root.put("secrets", secrets);
    root.put("left_out", leftOut);
    root.put("plugins", plugins);
    root.put("entries", entries);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }

  /**
   * Reads what an archive says of itself and believes nothing.
   *
   * @throws BackupException with a sentence
   */
  static Manifest read(byte[] json) {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JacksonException broken) {
      throw new BackupException(
          "The backup's manifest.json is not JSON; it is damaged. Use another backup.", broken);
    }
    int format = root.path("format").asInt(0);
    if (format > FORMAT) {
      throw new BackupException(
          "The backup has format \"%d\", this Peregrine reads up to %d: a newer Peregrine made it. Restore it with that version."
              .formatted(format, FORMAT));
    }
    if (format < 1) {
      throw wrong("format", root.path("format"), "a number from 1");
    }
    return new Manifest(
        format,
        instant(root.path("made")),
        shortText(root.path("peregrine")),
        (int) whole(root.path("schema"), "schema"),
        whole(root.path("jobs"), "jobs"),
        root.path("secrets").asBoolean(false),
        texts(root.path("left_out")),
        plugins(root.path("plugins")),
        entries(root.path("entries")));
  }

  private static List<Entry> entries(JsonNode list) {
    if (!list.isArray() || list.size() > MOST_ENTRIES) {
      throw wrong("entries", list, "a list of at most %,d files".formatted(MOST_ENTRIES));
    }
    var entries = new ArrayList<Entry>();
    var names = new HashSet<String>();
    for (JsonNode node : list) {
      String path = EntryName.checked(node.path("path").asString(""));
      if (!names.add(EntryName.folded(path))) {
        throw new BackupException(
            "The backup's manifest names \"%s\" twice. Nothing was changed; use another backup."
                .formatted(path));
      }
      entries.add(new Entry(path, whole(node.path("bytes"), "bytes"), hash(node.path("sha256"))));
    }
    return entries;
  }

  private static List<Plugin> plugins(JsonNode list) {
    var plugins = new ArrayList<Plugin>();
    for (JsonNode node : list) {
      if (plugins.size() == 1_000) {
        break;
      }
      plugins.add(
          new Plugin(
              shortText(node.path("id")),
              shortText(node.path("version")),
              shortText(node.path("sha256")),
              node.path("shipped").asBoolean(false)));
    }
    return plugins;
  }

  private static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    for (JsonNode node : list) {
      texts.add(EntryName.checked(node.asString("")));
    }
    return texts;
  }

  private static Instant instant(JsonNode node) {
    try {
      return Instant.parse(node.asString(""));
    } catch (DateTimeException no) {
      throw wrong("made", node, "a time such as 2026-11-22T19:00:00Z");
    }
  }

  private static long whole(JsonNode node, String key) {
    if (!node.isIntegralNumber() || !node.canConvertToLong() || node.asLong() < 0) {
      throw wrong(key, node, "a whole number from 0");
    }
    return node.asLong();
  }

  private static String hash(JsonNode node) {
    String text = node.asString("");
    if (!SHA256.matcher(text).matches()) {
      throw wrong("sha256", node, "64 hexadecimal digits");
    }
    return text;
  }

  private static String shortText(JsonNode node) {
    String text = node.asString("").replaceAll("\\p{Cntrl}", "");
    return text.length() > 100 ? text.substring(0, 100) : text;
  }

  private static BackupException wrong(String key, JsonNode found, String expected) {
    String shown =
        Optional.of(found.toString())
            .map(text -> text.length() > 40 ? text.substring(0, 40) + "…" : text)
            .orElse("");
    return new BackupException(
        "The backup's manifest has %s \"%s\", expected %s. Nothing was changed; use another backup."
            .formatted(key, shown, expected));
  }
}
