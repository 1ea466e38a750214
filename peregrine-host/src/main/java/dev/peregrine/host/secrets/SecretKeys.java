package dev.peregrine.host.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the installation's key, or makes it when the first secret is stored: named in the
 * environment, else in the keyring of the operating system, else in a file that only its owner
 * reads. A key in the environment is never passed over, even if it is the wrong one.
 */
public final class SecretKeys {

  private static final String VARIABLE = "PEREGRINE_SECRET_KEY";
  private static final String FILE_VARIABLE = "PEREGRINE_SECRET_KEY_FILE";

  private final Map<String, String> environment;
  private final Optional<Keyring> keyring;
  private final KeyFile file;
  private final SecureRandom random;

  private volatile @Nullable Found known;

  /** A key and where it was found. */
  record Found(MasterKey key, KeyPlace place) {}

  /**
   * @param home of the installation; a file with the key lies there, outside of its {@code data/}
   * @param environment where the key may be named, and where commands are looked for
   * @param system the operating system as Java names it
   */
  public SecretKeys(
      Path home, Map<String, String> environment, String system, SecureRandom random) {
    this.environment = Map.copyOf(environment);
    this.keyring = Keyring.found(environment, system, account(home));
    this.file = KeyFile.in(home);
    this.random = random;
  }

  private static String account(Path home) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(
                  home.toAbsolutePath()
                      .normalize()
                      .toString()
                      .getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** The key that fits a file. */
  synchronized Found fitting(Predicate<MasterKey> fits) {
    Found before = known;
    if (before != null && fits.test(before.key())) {
      return before;
    }
    Optional<MasterKey> named = named();
    if (named.isPresent()) {
      if (!fits.test(named.get())) {
        throw new SecretException(
            "Your stored secrets were sealed with another key than the one that %s names. Name the former key there, or forget the stored secrets under Settings → Secrets and enter them again. Nothing was changed."
                .formatted(variable()));
      }
      return remember(new Found(named.get(), KeyPlace.ENVIRONMENT));
    }
    var tried = new ArrayList<String>();
    for (Found found : present(tried)) {
      if (fits.test(found.key())) {
        return remember(found);
      }
    }
    throw new SecretException(
        "The key that opens your stored secrets is not there: %s. Put it back, or name it in the variable %s; or forget the stored secrets under Settings → Secrets and enter them again. Nothing was changed."
            .formatted(String.join("; ", tried), VARIABLE));
  }

  /** The key for a file that is new: the one there is, or a fresh one. */
  synchronized Found any() {
    Optional<MasterKey> named = named();
    if (named.isPresent()) {
      return remember(new Found(named.get(), KeyPlace.ENVIRONMENT));
    }
    List<Found> present = present(new ArrayList<>());
    return remember(present.isEmpty() ? fresh() : present.getFirst());
  }

  /**
   * Takes the key out of the keyring.
   *
   * @return why it is still there, as a sentence
   */
  synchronized Optional<String> forget() {
    known = null;
    if (keyring.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (keyring.get().read().isPresent()) {
        keyring.get().remove();
      }
      return Optional.empty();
    } catch (Keyring.Refused refused) {
      return Optional.of(
          "The key in %s could not be removed (%s): remove the entry \"%s\" there yourself."
              .formatted(keyring.get().name(), refused.why(), Keyring.LABEL));
    }
  }

  private Found remember(Found found) {
    known = found;
    return found;
  }

  private Found fresh() {
    MasterKey key = MasterKey.fresh(random);
    if (keyring.isPresent()) {
      try {
        keyring.get().write(key.text());
        return new Found(key, KeyPlace.KEYRING);
      } catch (Keyring.Refused notThere) {
        // Such as on a server without a desktop: the file is for that.
      }
    }
    String kept = file.write(key.text());
    return new Found(inFile(kept), KeyPlace.FILE);
  }

  private List<Found> present(List<String> tried) {
    var present = new ArrayList<Found>();
    keyring.ifPresent(
        ring -> {
          try {
            Optional<String> text = ring.read();
            text.flatMap(MasterKey::of)
                .ifPresent(key -> present.add(new Found(key, KeyPlace.KEYRING)));
            tried.add(
                text.isPresent() ? ring.name() + " has another one" : ring.name() + " has none");
          } catch (Keyring.Refused refused) {
            tried.add("%s did not open (%s)".formatted(ring.name(), refused.why()));
          }
        });
    Optional<String> text = file.read();
    text.map(this::inFile).ifPresent(key -> present.add(new Found(key, KeyPlace.FILE)));
    tried.add(
        text.isPresent()
            ? "\"%s\" holds another one".formatted(file.path())
            : "there is no file \"%s\"".formatted(file.path()));
    return present;
  }

  private MasterKey inFile(String text) {
    return MasterKey.of(text)
        .orElseThrow(
            () ->
                new SecretException(
                    "\"%s\" is no key: expected 32 bytes in Base64, 44 characters. Put the former file back; nothing was changed."
                        .formatted(file.path())));
  }

  private Optional<MasterKey> named() {
    String direct = environment.getOrDefault(VARIABLE, "");
    if (!direct.isBlank()) {
      return Optional.of(parsed(direct));
    }
    String path = environment.getOrDefault(FILE_VARIABLE, "");
    if (path.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parsed(Files.readString(Path.of(path))));
    } catch (IOException unreadable) {
      throw new SecretException(
          "%s names \"%s\", which cannot be read (%s). Correct the variable or allow Peregrine to read the file."
              .formatted(FILE_VARIABLE, path, unreadable.getClass().getSimpleName()),
          unreadable);
    }
  }

  private MasterKey parsed(String text) {
    return MasterKey.of(text)
        .orElseThrow(
            () ->
                new SecretException(
                    "%s holds no key: expected 32 bytes in Base64, such as \"openssl rand -base64 32\" makes. Correct it; nothing was changed."
                        .formatted(variable())));
  }

  private String variable() {
    return environment.getOrDefault(VARIABLE, "").isBlank() ? FILE_VARIABLE : VARIABLE;
  }

  /** Where the key is, or where it would be put, as a sentence. */
  public String placeSaid() {
    if (!environment.getOrDefault(VARIABLE, "").isBlank()
        || !environment.getOrDefault(FILE_VARIABLE, "").isBlank()) {
      return "Their key comes from the variable %s.".formatted(variable());
    }
    Found found = known;
    if (found != null && found.place() == KeyPlace.KEYRING) {
      return "Their key is in " + keyring.map(Keyring::name).orElse("the keyring") + ".";
    }
    if (found != null || Files.exists(file.path())) {
      return "Their key is in the file %s, which only you can read. Keep a copy of it elsewhere: without it they cannot be opened."
          .formatted(file.path());
    }
    return keyring.isPresent()
        ? "Their key will be kept in " + keyring.get().name() + "."
        : "Their key will be kept in the file %s, which only you can read.".formatted(file.path());
  }
}
