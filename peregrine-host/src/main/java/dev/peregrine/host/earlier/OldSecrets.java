package dev.peregrine.host.earlier;

import dev.peregrine.host.secrets.SecretException;
import dev.peregrine.host.secrets.SecretStore;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keys and passwords that stood in the earlier program's files. They are sealed under names of
 * their own; one that is set here already stays.
 */
final class OldSecrets {

  static final String PREFIX = "earlier/";

  private static final Pattern KEYS =
      Pattern.compile(
          "(?i).*(passw|passphrase|secret|token|api_?key|app_?key|private_?key|webhook|jwt).*"
              + "|app_id|.*_key|.*_pass|pwd|key_display");
  private static final Pattern NO_SECRET =
      Pattern.compile("(?i)true|false|\\d{1,8}|any|none|null|ollama|not-needed|empty|your[-_ ].*");
  private static final Pattern NAMED_ADDRESS = Pattern.compile(".*://[^/\\s:@]*:[^/\\s@]+@.*");

  private final SecretStore store;
  private final Ledger ledger;
  private final boolean dry;
  private final Map<String, String> waiting = new LinkedHashMap<>();

  OldSecrets(SecretStore store, Ledger ledger, boolean dry) {
    this.store = store;
    this.ledger = ledger;
    this.dry = dry;
  }

  /** Whether an entry of a file is one, by the path that leads to it and its value. */
  static boolean isOne(String path, String value) {
    String key = path.substring(path.lastIndexOf('/') + 1);
    String plain = value.strip();
    return !plain.isEmpty()
        && !NO_SECRET.matcher(plain).matches()
        && (KEYS.matcher(key).matches() && !key.toLowerCase(Locale.ROOT).startsWith("max_")
            || NAMED_ADDRESS.matcher(plain).matches());
  }

  /** Its name in the store. */
  static String name(String file, String path) {
    String leaf = file.substring(file.lastIndexOf('/') + 1).replaceFirst("(?i)\\.[a-z]+$", "");
    String whole = (leaf.isEmpty() ? "env" : leaf) + "/" + path;
    String plain = whole.replaceAll("[^A-Za-z0-9._/-]+", "-");
    return PREFIX + plain.substring(0, Math.min(150, plain.length()));
  }

  void found(String name, String value) {
    Optional<String> here = Optional.empty();
    try {
      here = store.isSet(name) ? store.entered(name) : Optional.empty();
    } catch (SecretException closed) {
      ledger.note(closed.sentence());
      return;
    }
    ledger.secret(name);
    if (here.isPresent()) {
      boolean same = here.get().equals(value.strip());
      ledger.line("keys and passwords", Ledger.Fate.SAME);
      if (!same) {
        ledger.different("the secret “%s”".formatted(name));
      }
    } else {
      ledger.line(
          "keys and passwords", waiting.containsKey(name) ? Ledger.Fate.SAME : Ledger.Fate.ADDED);
      waiting.putIfAbsent(name, value.strip());
    }
  }

  /** One that was found now. */
  Optional<String> seen(String name) {
    return Optional.ofNullable(waiting.get(name));
  }

  /** Seals what was found: all of them, or none. */
  void seal() {
    if (dry || waiting.isEmpty()) {
      return;
    }
    try {
      store.putAll(waiting);
    } catch (SecretException closed) {
      ledger.unread(
          "Keys and passwords could not be sealed: %s Import once more then."
              .formatted(closed.sentence()));
    }
  }
}
