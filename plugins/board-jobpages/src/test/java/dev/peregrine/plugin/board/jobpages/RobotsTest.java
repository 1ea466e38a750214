package dev.peregrine.plugin.board.jobpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RobotsTest {

  @ParameterizedTest
  @CsvSource({
    "/jobs, /jobs, true",
    "/jobs, /jobs/1?x=2, true",
    "/jobs, /about, false",
    "/jobs/, /jobs, false",
    "/*.pdf$, /jobs/a.pdf, true",
    "/*.pdf$, /jobs/a.pdf?x, false",
    "/*/private*/x, /a/private-b/x, true",
    "/*/private*/x, /a/public/x, false",
    "/jobs$, /jobs, true",
    "/jobs$, /jobs/1, false",
    "*/apply, /jobs/1/apply, true",
    "/*?, /jobs?page=2, true",
    "/*?, /jobs, false"
  })
  void aRuleForbidsWhatItFits(String rule, String path, boolean forbidden) {
    assertThat(allows("User-agent: *\nDisallow: " + rule, path)).isEqualTo(!forbidden);
  }

  @Test
  void theLongestRuleDecidesThenTheKinder() {
    String rules = "User-agent: *\nDisallow: /jobs\nAllow: /jobs/open\nDisallow: /x\nAllow: /x";
    assertThat(allows(rules, "/jobs/1")).isFalse();
    assertThat(allows(rules, "/jobs/open/1")).isTrue();
    assertThat(allows(rules, "/x")).isTrue();
  }

  @Test
  void rulesByNameStandInPlaceOfThoseForAll() {
    String rules =
        """
        User-agent: *
        Disallow: /
        # ours
        user-agent: Otherbot
        USER-AGENT: Peregrine/1.0
        Crawl-delay: 3
        Disallow: /private # not this

        User-agent: Lastbot
        Disallow: /jobs
        """;
    assertThat(allows(rules, "/jobs/1")).isTrue();
    assertThat(allows(rules, "/private/1")).isFalse();
    assertThat(allows("User-agent: Otherbot\nDisallow: /", "/jobs")).isTrue();
  }

  @Test
  void anEmptyRuleAndNonsensePermitAll() {
    assertThat(allows("User-agent: *\nDisallow:", "/jobs")).isTrue();
    assertThat(allows("<html>Not found</html>", "/jobs")).isTrue();
    assertThat(allows("Disallow: /", "/jobs")).isTrue();
  }

  @Test
  void aPatternMadeToTakeLongDoesNot() {
    assertThat(
            allows("User-agent: *\nDisallow: " + "/*a".repeat(500) + "b$", "/" + "a".repeat(4000)))
        .isTrue();
  }

  private static boolean allows(String rules, String path) {
    return Robots.parse(rules).allows(URI.create("https://kaese.example" + path));
  }
}
