package dev.peregrine.host.plugins;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the person's decision means for a plugin's files as they are.
 *
 * @param state ON where it is to be loaded, WAITING or OFF
 * @param reason why it is not on
 */
record Verdict(PluginState state, String reason) {

  private static final Verdict ON = new Verdict(PluginState.ON, "");

  static Verdict on() {
    return ON;
  }

  static Verdict of(FoundPlugin.Sound found, @Nullable Decision decision) {
    if (decision != null && !decision.allowed()) {
      return new Verdict(PluginState.OFF, "You switched it off.");
    }
    if (found.file().shipped()) {
      return ON;
    }
    if (decision == null) {
      return new Verdict(PluginState.WAITING, "It is new and waits for your yes.");
    }
    if (decision.sha256().equals(found.copy().sha256())) {
      return ON;
    }
    Optional<String> growth = decision.claims().growth(Claims.of(found.facts()));
    return growth.map(Verdict::grown).orElse(ON);
  }

  static Verdict grown(String growth) {
    return new Verdict(
        PluginState.WAITING,
        "It was replaced by another version, and %s. It waits for your yes.".formatted(growth));
  }
}
