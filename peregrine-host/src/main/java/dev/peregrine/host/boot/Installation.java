package dev.peregrine.host.boot;

import dev.peregrine.host.http.InstalledBrowser;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * Where this Peregrine stands and what it was told from outside: the only reader of environment,
 * clock and zone.
 *
 * @param install the folder with {@code lib/}, {@code api/} and {@code plugins/} that the build
 *     made
 * @param root the folder of the launcher
 * @param home where everything that lives is: {@code config/}, {@code data/}, {@code plugins/},
 *     {@code logs/}
 * @param calledFrom the folder in which the person typed the command
 */
record Installation(
    Path install, Path root, Path home, Path calledFrom, InstantSource clock, ZoneId zone) {

  /** As the launcher said it, and the environment. */
  static Installation found(Optional<Path> home) {
    return of(System.getenv(), home);
  }

  private static Installation of(Map<String, String> environment, Optional<Path> home) {
    Path root = property("peregrine.root", ".");
    Path calledFrom = property("peregrine.cwd", ".");
    Path chosen =
        home.map(calledFrom::resolve)
            .or(() -> named(environment, "PEREGRINE_HOME").map(calledFrom::resolve))
            .orElse(root);
    return new Installation(
        property("peregrine.install", "."),
        root,
        chosen.toAbsolutePath().normalize(),
        calledFrom,
        InstantSource.system(),
        ZoneId.systemDefault());
  }

  /** The browser for pages that are empty without one. */
  InstalledBrowser browser() {
    return new InstalledBrowser(System.getenv());
  }

  /** A file or folder as the person typed it. */
  Path typed(String path) {
    return calledFrom.resolve(path).normalize();
  }

  private static Path property(String key, String otherwise) {
    return Path.of(System.getProperty(key, otherwise)).toAbsolutePath().normalize();
  }

  private static Optional<String> named(Map<String, String> environment, String key) {
    return Optional.ofNullable(environment.get(key)).filter(value -> !value.isBlank());
  }
}
