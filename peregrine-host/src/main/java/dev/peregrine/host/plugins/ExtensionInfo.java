package dev.peregrine.host.plugins;

import dev.peregrine.api.Descriptor;
import java.util.Optional;

/**
 * An extension of a plugin that is on.
 *
 * @param point the extension point's name, such as {@code board}
 * @param calls how often it was called since it was loaded
 * @param failures how many of these calls failed
 * @param lastProblem the last failure's sentence
 */
public record ExtensionInfo(
    String point, Descriptor descriptor, long calls, long failures, Optional<String> lastProblem) {

  /** Point and id, such as {@code board/adzuna}: the key of its settings. */
  public String key() {
    return point + "/" + descriptor.about().id();
  }
}
