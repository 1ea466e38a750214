package dev.peregrine.host.secrets;

import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The current tenant's keys, tokens and passwords, sealed in {@code data/secrets.sealed}. A value
 * may be {@code ${NAME}}: then the variable of that name in the program's environment counts, each
 * time it is used.
 *
 * <p>Names are readable without the key; values need it. Where the key is wrong or lost, everything
 * that needs it fails with what to do, and nothing is overwritten.
 */
public final class SecretStore {

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]{0,99})}");
  private static final Pattern NAME = Pattern.compile("[a-z0-9][A-Za-z0-9._/-]{0,199}");
  private static final int LONGEST = 20_000;
  private static final int SALT = 16;

  private final SecretKeys keys;
  private final Map<String, String> environment;
  private final SecureRandom random;
  private final InstantSource clock;

  /**
   * @param environment what {@code ${NAME}} may name; must be empty where tenants are strangers to
   *     whoever runs the program, since it holds the program's own secrets
   */
  public SecretStore(
      SecretKeys keys, Map<String, String> environment, SecureRandom random, InstantSource clock) {
    this.keys = keys;
    this.environment = Map.copyOf(environment);
    this.random = random;
    this.clock = clock;
  }

  /** Names of the secrets that are set; needs no key. */
  public Set<String> names() {
    return SealedFile.read(file())
        .map(kept -> (Set<String>) new LinkedHashSet<>(kept.values().keySet()))
        .orElse(Set.of());
  }

  /** Whether that secret is set; needs no key. */
  public boolean isSet(String name) {
    return names().contains(name);
  }

  /**
   * The value for use, a variable's where it names one.
   *
   * @throws SecretException where it cannot be opened or names a variable that is not set
   */
  public Optional<String> value(String name) {
    return entered(name).map(value -> resolved(name, value));
  }

  /** The value as it was entered: not for use, but for a copy that is sealed anew. */
  public Optional<String> entered(String name) {
    return Optional.ofNullable(opened(Set.of(name)).get(name));
  }

  /** All values as they were entered, for a copy that is sealed anew. */
  public Map<String, String> entered() {
    return opened(names());
  }

  /** The variable that the secret names; empty where it is a value. */
  public Optional<String> variable(String name) {
    return entered(name).flatMap(SecretStore::variableIn);
  }

  /** The variable that a text names, where it has the form <code>${NAME}</code>. */
  public static Optional<String> variableIn(String value) {
    Matcher reference = REFERENCE.matcher(value.strip());
    return reference.matches() ? Optional.of(reference.group(1)) : Optional.empty();
  }

  /**
   * A value as it is used: a variable's where it names one.
   *
   * @param name for the message where the variable is not set
   */
  public String resolved(String name, String value) {
    Optional<String> variable = variableIn(value);
    if (variable.isEmpty()) {
      return value;
    }
    String named = environment.getOrDefault(variable.get(), "");
    // The key that opens all of them is nothing to send to a board.
    if (named.isBlank() || variable.get().startsWith("PEREGRINE_SECRET_KEY")) {
      throw new SecretException(
          "Secret \"%s\" is to come from the variable \"%s\", which is not set. Set it and start Peregrine again, or enter the value itself."
              .formatted(name, variable.get()));
    }
    return named.strip();
  }

  /**
   * Stores a value in place of the former one.
   *
   * @throws SecretException where the key does not fit what is stored already, or nothing can be
   *     written; then everything stays as it was
   */
  public void put(String name, String value) {
    putAll(Map.of(name, value));
  }

  /** Stores several values at once: all of them or none. */
  public synchronized void putAll(Map<String, String> values) {
    values.forEach(SecretStore::check);
    if (values.isEmpty()) {
      return;
    }
    Path file = file();
    Optional<SealedFile> before = SealedFile.read(file);
    MasterKey key =
        before
            .filter(kept -> !kept.values().isEmpty())
            .map(this::keyOf)
            .orElseGet(() -> keys.any().key());
    SealedFile after =
        before
            .filter(kept -> !kept.values().isEmpty())
            .map(kept -> new SealedFile(kept.salt(), kept.check(), kept.values()))
            .orElseGet(() -> fresh(key));
    values.forEach(
        (name, value) ->
            after.values().put(name, key.seal(after.salt(), name, value.strip(), random)));
    after.write(file);
  }

  private static void check(String name, String value) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "Secret \"%s\": expected a name of letters, digits, dots, dashes and slashes."
              .formatted(name));
    }
    if (value.isBlank() || value.length() > LONGEST) {
      throw new SecretException(
          "Secret \"%s\": expected 1 to %,d characters. Enter it again.".formatted(name, LONGEST));
    }
  }

  private SealedFile fresh(MasterKey key) {
    var salt = new byte[SALT];
    random.nextBytes(salt);
    return new SealedFile(salt, key.check(salt), Map.of());
  }

  /** Forgets a value; needs no key. */
  public synchronized void remove(String name) {
    Path file = file();
    SealedFile.read(file)
        .filter(kept -> kept.values().containsKey(name))
        .ifPresent(
            kept -> {
              var after = new SealedFile(kept.salt(), kept.check(), kept.values());
              after.values().remove(name);
              after.write(file);
            });
  }

  /**
   * Begins anew where the key is lost. The sealed file is moved aside, for the case that the key
   * turns up.
   *
   * @return where it is now; empty where there was none
   */
  public synchronized Optional<Path> beginAnew() {
    Path file = file();
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    Path aside = file.resolveSibling("secrets.sealed.before-" + clock.millis());
    try {
      Files.move(file, aside);
    } catch (IOException failed) {
      throw new SecretException(
          "\"%s\" cannot be moved aside (%s). Allow Peregrine to write to its folder."
              .formatted(file, failed.getClass().getSimpleName()),
          failed);
    }
    return Optional.of(aside);
  }

  /**
   * Takes the key out of the operating system's keyring, where it is there: for good, so that what
   * it sealed can never be opened again.
   *
   * @return why it is still there, as a sentence; empty where it is not
   */
  public Optional<String> forgetKey() {
    return keys.forget();
  }

  /** What is wrong with what is stored, as a sentence; empty where everything opens. */
  public Optional<String> problem() {
    try {
      opened(names());
      return Optional.empty();
    } catch (SecretException wrong) {
      return Optional.of(wrong.sentence());
    }
  }

  /** Where the key is, as a sentence. */
  public String keySaid() {
    return keys.placeSaid();
  }

  /** The secrets' values themselves, to take them out of a text that is shown. */
  public List<String> toMask() {
    try {
      return opened(names()).values().stream()
          .map(
              value ->
                  variableIn(value).map(name -> environment.getOrDefault(name, "")).orElse(value))
          .filter(value -> value.length() > 3)
          .toList();
    } catch (SecretException notOpened) {
      return List.of();
    }
  }

  private Map<String, String> opened(Set<String> names) {
    Path file = file();
    Optional<SealedFile> kept =
        SealedFile.read(file)
            .filter(found -> found.values().keySet().stream().anyMatch(names::contains));
    if (kept.isEmpty()) {
      return Map.of();
    }
    MasterKey key = keyOf(kept.get());
    var opened = new LinkedHashMap<String, String>();
    kept.get()
        .values()
        .forEach(
            (name, value) -> {
              if (names.contains(name)) {
                opened.put(
                    name,
                    key.open(kept.get().salt(), name, value)
                        .orElseThrow(() -> changed(name, file)));
              }
            });
    return opened;
  }

  private static SecretException changed(String name, Path file) {
    return new SecretException(
        "Secret \"%s\" in \"%s\" was changed by something other than Peregrine and cannot be opened. Enter it again."
            .formatted(name, file));
  }

  private MasterKey keyOf(SealedFile kept) {
    return keys.fitting(key -> key.fits(kept.salt(), kept.check())).key();
  }

  /** Where the current tenant's sealed values are. */
  public static Path file() {
    return Tenant.current().data().resolve("secrets.sealed");
  }
}
