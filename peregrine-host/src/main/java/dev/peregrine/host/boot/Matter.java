package dev.peregrine.host.boot;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.tenancy.Gate;
import dev.peregrine.host.tenancy.Locked;
import java.util.Optional;
import java.util.Set;

/**
 * What is decided by whoever runs the program. In one's own Peregrine that is the person; where it
 * serves strangers, none of these pages and extensions is theirs.
 */
enum Matter {
  /** How everybody's calls go out. */
  NETWORK("network", "/settings/network"),
  /** What the machine is and can, where everything lies, and the log of everybody's work. */
  MACHINE("machine", "/settings/hardware", "/settings/hardware/again", "/settings/developer"),
  /** Which code runs in the program. What of it works for them, people decide themselves. */
  PLUGINS(
      "plugins",
      "/plugins/file",
      "/plugins/{id}/back",
      "/plugins/{id}/remove",
      "/plugins/recipe",
      "/plugins/recipe/check",
      "/plugins/recipe/save",
      "/plugins/recipe/file"),
  /** To which machine a licence is bound. */
  LICENCE("licence", "/settings/licence/activate", "/settings/licence/deactivate"),
  /** Putting other data in the place of those that are there. */
  RESTORE(
      "restore",
      "/settings/backup/upload",
      "/settings/backup/restore",
      "/settings/backup/look",
      "/settings/backup/everything"),
  /** Files of the machine by their path. */
  FOLDERS("folders", "/import/folder");

  /** Extensions that read or write the machine's files wherever their settings say. */
  private static final Set<String> ON_THE_MACHINE = Set.of("integration/folder", "llm/embedded");

  private final String key;
  private final String does;
  private final Set<String> paths;

  Matter(String key, String... paths) {
    this.key = key;
    this.does = key + "-does";
    this.paths = Set.of(paths);
  }

  /** The pages that are about it. */
  Set<String> paths() {
    return paths;
  }

  static boolean isOnTheMachine(String extension) {
    return ON_THE_MACHINE.contains(extension);
  }

  /** A gate that nobody passes. */
  Gate gate() {
    return () ->
        Optional.of(
            new Locked(
                t("web.managed-" + key), t("web.managed-" + does), t("web.managed-by"), true));
  }
}
