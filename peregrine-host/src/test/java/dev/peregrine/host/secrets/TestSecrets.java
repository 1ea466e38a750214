package dev.peregrine.host.secrets;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;

/** Stores of secrets that never touch the keyring of whoever runs the tests. */
public final class TestSecrets {

  private TestSecrets() {}

  /** With a key in a file. */
  public static SecretStore in(Path home) {
    return in(home, Map.of());
  }

  /** With this environment, as if the program had just been started. */
  public static SecretStore in(Path home, Map<String, String> environment) {
    return new SecretStore(
        new SecretKeys(home, environment, "Linux", new SecureRandom()),
        environment,
        new SecureRandom(),
        InstantSource.system());
  }
}
