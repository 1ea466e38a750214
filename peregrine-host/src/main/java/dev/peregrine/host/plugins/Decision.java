package dev.peregrine.host.plugins;

import java.util.Optional;

/**
 * What the person decided about a plugin.
 *
 * @param allowed yes or no
 * @param sha256 of the files that it was about
 * @param version of these files, as their author writes it; may be empty
 * @param claims what the plugin asked for
 * @param before the version that ran before this one, to go back to
 */
record Decision(
    boolean allowed, String sha256, String version, Claims claims, Optional<Before> before) {

  /**
   * A version that ran before.
   *
   * @param sha256 of its file
   */
  record Before(String sha256, String version) {}

  /** A first decision about a plugin. */
  static Decision first(boolean allowed, FoundPlugin.Sound found, Claims claims) {
    return new Decision(
        allowed, found.copy().sha256(), found.facts().version(), claims, Optional.empty());
  }

  /** The decision about what stands in the plugin's place now. */
  Decision next(boolean nowAllowed, FoundPlugin.Sound found, Claims now) {
    return new Decision(
        nowAllowed, found.copy().sha256(), found.facts().version(), now, before(found));
  }

  /** What ran before the one that is there now. */
  Optional<Before> before(FoundPlugin.Sound found) {
    boolean same = sha256.equals(found.copy().sha256());
    // One that was refused never ran: there is nothing to go back to but what was before it.
    return same || !allowed ? before : Optional.of(new Before(sha256, version));
  }
}
