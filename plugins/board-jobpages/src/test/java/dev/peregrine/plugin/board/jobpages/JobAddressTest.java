package dev.peregrine.plugin.board.jobpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JobAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/jobs/123-cook",
        "/en/careers/cook",
        "/karriere/stellenangebote/koch",
        "/open-positions/cook",
        "/job-offers/cook",
        "/company/job/7",
        "/jobs-4711.html",
        "/stellen/koch-m-w-d",
        "/about?gh_jid=123"
      })
  void addressesOfJobsAreKnown(String path) {
    assertThat(JobAddress.isJob(address(path))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/jobs", "/jobs/", "/about", "/blog/steve-jobs", "/news/1"})
  void addressesOfOtherThingsAreNot(String path) {
    assertThat(JobAddress.isJob(address(path))).isFalse();
  }

  private static URI address(String path) {
    return URI.create("https://kaese.example" + path);
  }
}
