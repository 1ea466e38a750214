package dev.peregrine.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AboutTest {

  private static final About ACME = About.of("acme", "Acme", "Finds anvils.");

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "Acme", "1acme", "acme_2", "../acme", "acme\n"})
  void idsAreHarmlessInPathsAndScripts(String id) {
    assertThatThrownBy(() -> About.of(id, "Acme", ""))
        .hasMessage(
            "Extension id \"%s\": expected 2 to 40 of a-z, 0-9 and -, beginning with a letter.",
            id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "API.example.org",
        "https://example.org",
        "example.org/x",
        "*.*.org",
        "a..b",
        "-a",
        ""
      })
  void hostsAreNamesOfHosts(String host) {
    assertThatThrownBy(() -> ACME.withHosts(host))
        .hasMessage(
            "Extension \"acme\": host \"%s\", expected a lower-case host name, *.name or *.", host);
  }

  @Test
  void aHostileHostCostsNoTime() {
    String host = "a".repeat(1_000_000) + "!";
    assertThatThrownBy(() -> ACME.withHosts(host)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void goodHostsAreKept() {
    assertThat(ACME.withHosts("api.example.org", "*.example.org", "*", "127.0.0.1").hosts())
        .hasSize(4);
  }

  @Test
  void theGapBetweenCallsIsNotNegative() {
    assertThatThrownBy(() -> ACME.withCallGap(Duration.ofSeconds(-1)))
        .hasMessage("Extension \"acme\": call gap \"PT-1S\", expected zero or more.");
  }
}
