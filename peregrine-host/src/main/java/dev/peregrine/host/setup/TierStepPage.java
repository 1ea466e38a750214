package dev.peregrine.host.setup;

import java.util.List;

/**
 * The tiers, and the place for a licence key.
 *
 * @param has the tier that counts
 * @param licence how a licence stands; empty where there is none
 * @param server who is asked when a key is activated; empty where none is
 * @param typed the key, where it was not taken
 * @param problem what is wrong with it; may be empty
 * @param ownOpens what a language model of one's own opens at every tier
 * @param hasOwn whether there is one
 */
record TierStepPage(
    StepFrame frame,
    String has,
    String licence,
    String server,
    String typed,
    String problem,
    List<Line> tiers,
    List<String> ownOpens,
    boolean hasOwn) {

  /**
   * A tier.
   *
   * @param opens what it opens that the one before does not
   */
  record Line(String key, String label, boolean mine, List<String> opens) {

    /** Searching and the like are in no table, because nobody is asked for them. */
    boolean isFirst() {
      return key.equals("free");
    }
  }

  String token() {
    return frame.token();
  }
}
