package dev.peregrine.host.earlier;

import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.config.PlainYaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the earlier program's files: each is kept as text without its secrets, which are sealed,
 * and what could be read of it is given on.
 */
final class OldFiles {

  private static final String REMARK = "sealed as ";
  private static final String KEY_FILE = ".credential_key";

  private final Map<String, Path> files;
  private final Ledger ledger;
  private final Kept kept;
  private final OldSecrets secrets;
  private final Map<String, Old> read = new LinkedHashMap<>();
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, String> variables = new LinkedHashMap<>();

  OldFiles(Map<String, Path> files, Ledger ledger, Kept kept, OldSecrets secrets) {
    this.files = files;
    this.ledger = ledger;
    this.kept = kept;
    this.secrets = secrets;
  }

  void read() {
    files.forEach(
        (name, file) -> {
          if (name.endsWith(KEY_FILE)) {
            return;
          }
          try {
            take(name, Files.readAllBytes(file));
          } catch (IOException failed) {
            ledger.unread(
                "%s cannot be read (%s).".formatted(name, failed.getClass().getSimpleName()));
          }
        });
  }

  /** What a file of that name says, in each of the two folders that the earlier program used. */
  List<Old> named(String leaf) {
    var all = new ArrayList<Old>();
    for (String folder : List.of("config/", "data/config/")) {
      Old one = read.get(folder + leaf);
      if (one != null && !one.isEmpty()) {
        all.add(one);
      }
    }
    return all;
  }

  /** The texts of such files. */
  List<String> textsNamed(String leaf) {
    return List.of("config/" + leaf, "data/config/" + leaf).stream()
        .filter(read::containsKey)
        .map(texts::get)
        .toList();
  }

  private void take(String name, byte[] bytes) throws IOException {
    if (name.endsWith(".png") || name.endsWith(".pdf")) {
      kept(name, name.endsWith(".png") ? "pictures of surveys" : "résumés as PDF", bytes);
      return;
    }
    String whole = new String(bytes, StandardCharsets.UTF_8);
    String text = whole.startsWith("\uFEFF") ? whole.substring(1) : whole;
    if (name.equals(".env")) {
      environment(name, text);
    } else if (name.contains("config/credentials/")) {
      credentials(name, text);
    } else {
      yaml(name, text);
    }
  }

  private void yaml(String name, String text) {
    try {
      // As distinct from the person's own file of that name.
      String label = "earlier/" + name.substring(name.lastIndexOf('/') + 1);
      Old root = Old.of(PlainYaml.read(label, text).orElse(""));
      // Their secrets have a place of their own.
      boolean isMapped = name.endsWith("/adzuna.yaml") || name.endsWith("/llm.yaml");
      PlainYaml.Without without =
          PlainYaml.without(
              label,
              text,
              OldSecrets::isOne,
              path -> isMapped ? "sealed" : REMARK + OldSecrets.name(name, path));
      for (PlainYaml.Taken taken : without.taken()) {
        if (!isMapped) {
          secrets.found(OldSecrets.name(name, taken.path()), taken.value());
        }
      }
      kept(name, "files of its configuration", without.text().getBytes(StandardCharsets.UTF_8));
      read.put(name, root);
      texts.put(name, text);
    } catch (ConfigException unreadable) {
      ledger.unread(unreadable.sentence());
      kept(
          name,
          "files of its configuration",
          withoutTelling(text).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** What cannot be read may hold a secret anywhere near a word for one. */
  private static String withoutTelling(String text) {
    var left = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      boolean telling =
          line.matches(
              "(?i).*(passw|passphrase|secret|token|key|credential|webhook|jwt|app_id|://\\S*@).*");
      left.append(telling ? "# A line that may hold a password was left out here." : line)
          .append('\n');
    }
    return left.toString();
  }

  /** The value of a variable of its environment; empty where it has none. */
  String environment(String variable) {
    return variables.getOrDefault(variable, "");
  }

  private void environment(String name, String text) {
    var left = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      int equals = line.indexOf('=');
      String key =
          equals < 0 ? "" : line.substring(0, equals).strip().replaceFirst("^export\\s+", "");
      String value = equals < 0 ? "" : unquoted(line.substring(equals + 1).strip());
      if (!key.startsWith("#") && !key.isEmpty()) {
        variables.put(key, value);
      }
      if (line.strip().startsWith("#")) {
        left.append(withoutTelling(line));
      } else if (OldSecrets.isOne(key, value)) {
        String secret = OldSecrets.name("env", key);
        secrets.found(secret, value);
        left.append(key).append("=# ").append(REMARK).append(secret).append('\n');
      } else {
        left.append(line).append('\n');
      }
    }
    kept(name, "files of its configuration", left.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1
            && (value.startsWith("\"") && value.endsWith("\"")
                || value.startsWith("'") && value.endsWith("'"));
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /** A file of its credential store: sealed with the key that lies beside it, or in clear. */
  private void credentials(String name, String text) throws IOException {
    Path key = files.get(name.substring(0, name.indexOf("credentials/")) + KEY_FILE);
    Optional<String> clear =
        text.strip().startsWith("{")
            ? Optional.of(text)
            : key == null ? Optional.empty() : Fernet.open(Files.readString(key), text);
    if (clear.isEmpty()) {
      ledger.unread(
          "%s cannot be opened: %s. Enter what it held once more."
              .formatted(name, key == null ? "its key is not there" : "its key does not fit"));
      return;
    }
    try {
      Old values = Old.of(PlainYaml.read(name, clear.get()).orElse(""));
      for (String each : values.values().keySet()) {
        if (!values.text(each).isEmpty()) {
          secrets.found(OldSecrets.name(name, each), values.text(each));
        }
      }
    } catch (ConfigException unreadable) {
      // Its message would quote what stands there.
      ledger.unread("%s cannot be read. Enter what it held once more.".formatted(name));
    }
  }

  private void kept(String name, String label, byte[] bytes) {
    if (kept.file(name, bytes)) {
      ledger.kept(label);
    }
  }
}
