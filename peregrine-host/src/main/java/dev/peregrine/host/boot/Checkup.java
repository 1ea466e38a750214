package dev.peregrine.host.boot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Peregrine stands on, looked at without opening it.
 *
 * @param name such as {@code java}
 * @param fine whether nothing needs to be done
 * @param sentence what was found, and what to do where something is wrong
 */
record Checkup(String name, boolean fine, String sentence) {

  private static final int LEAST_JAVA = 25;

  /** All that can be said before anything is opened. */
  static List<Checkup> basics(Installation installation) {
    var all = new ArrayList<Checkup>();
    all.add(java(Runtime.version()));
    all.add(home(installation.home()));
    all.add(browser(installation.browser().find()));
    return all;
  }

  private static Checkup java(Runtime.Version version) {
    boolean fine = version.feature() >= LEAST_JAVA;
    return new Checkup(
        "java",
        fine,
        "Java %s at %s.%s"
            .formatted(
                version,
                System.getProperty("java.home"),
                fine ? "" : " Expected %d or later.".formatted(LEAST_JAVA)));
  }

  private static Checkup home(Path home) {
    Path there = existing(home);
    boolean fine = Files.isDirectory(there) && Files.isWritable(there);
    return new Checkup(
        "home",
        fine,
        fine
            ? "Everything is kept in \"%s\".".formatted(home)
            : "\"%s\" cannot be written to. Allow it, or choose another folder with --home."
                .formatted(there));
  }

  /** A browser is wanted by few boards only, so that its absence is no fault. */
  private static Checkup browser(Optional<Path> found) {
    return new Checkup(
        "browser",
        true,
        found
            .map("Boards that need a browser can use \"%s\"."::formatted)
            .orElse(
                "No Chromium was found. Only boards that need a browser miss it; install one or"
                    + " name it in PEREGRINE_CHROMIUM."));
  }

  private static Path existing(Path folder) {
    Path there = folder;
    while (Files.notExists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }
}
