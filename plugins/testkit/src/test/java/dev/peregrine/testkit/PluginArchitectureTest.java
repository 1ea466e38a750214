package dev.peregrine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.testkit.wrong.WrongBoard;
import dev.peregrine.testkit.wrong.WrongPublic;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PluginArchitectureTest {

  @Test
  void everyRuleSeesAPluginThatBreaksIt() {
    Map<String, String> broken = new TreeMap<>();
    PluginArchitecture.tests(WrongBoard.class)
        .forEach(
            rule -> {
              try {
                rule.getExecutable().execute();
              } catch (Throwable seen) {
                broken.put(rule.getDisplayName(), String.valueOf(seen.getMessage()));
              }
            });

    assertThat(broken)
        .containsOnlyKeys(
            "it keeps no state",
            "it sees nothing of the host",
            "it takes clock, chance, zone and environment from its context",
            "it does not write to the standard streams",
            "only its extensions are public");
    assertThat(broken.get("only its extensions are public"))
        .contains(WrongPublic.class.getSimpleName());
    assertThat(broken.get("it keeps no state")).contains("WrongBoard.calls", "WrongBoard.SEEN");
    assertThat(broken.get("it takes clock, chance, zone and environment from its context"))
        .contains("Instant.now()");
  }
}
