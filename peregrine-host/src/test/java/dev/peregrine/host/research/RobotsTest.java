package dev.peregrine.host.research;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsTest {

  private static final Robots ROBOTS =
      Robots.read(
          """
          # what we ask
          User-agent: otherbot
          Disallow: /

          User-agent: *
          Disallow: /private
          Allow: /private/press
          Disallow: /*.pdf$
          Disallow: /a*/secret
          Crawl-delay: 5
          """);

  @ParameterizedTest
  @CsvSource({
    "/, true",
    "/about, true",
    "/private, false",
    "/private/x, false",
    "/private/press/1, true",
    "/report.pdf, false",
    "/report.pdf?x, true",
    "/abc/secret/1, false",
    "/b/secret, true"
  })
  void theLongestRuleThatFitsCounts(String path, boolean allowed) {
    assertThat(ROBOTS.allows(path)).isEqualTo(allowed);
  }

  @Test
  void aGroupOfOurOwnCountsInsteadOfThatForAll() {
    Robots robots =
        Robots.read(
            "User-agent: *\nDisallow: /\n\nUser-agent: Peregrine\nUser-agent: x\nDisallow: /no\n");
    assertThat(robots.allows("/yes")).isTrue();
    assertThat(robots.allows("/no")).isFalse();
  }

  @Test
  void nothingIsAllAllowed() {
    assertThat(Robots.read("").allows("/x")).isTrue();
    assertThat(Robots.read("User-agent: *\nDisallow:\n").allows("/x")).isTrue();
    assertThat(Robots.SHUT.allows("/x")).isFalse();
  }

  @Test
  @Timeout(5)
  void aRuleOfManyStarsIsNotMatchedForEver() {
    Robots robots = Robots.read("User-agent: *\nDisallow: /" + "*a".repeat(5_000) + "$\n");
    assertThat(robots.allows("/" + "a".repeat(4_000) + "b")).isTrue();
  }
}
