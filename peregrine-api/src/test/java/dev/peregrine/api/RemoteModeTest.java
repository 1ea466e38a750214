package dev.peregrine.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteModeTest {

  @ParameterizedTest
  @CsvSource({
    "remote, REMOTE",
    "100% Remote, REMOTE",
    "Fully remote, REMOTE",
    "TELECOMMUTE, REMOTE",
    "Home Office, REMOTE",
    "Télétravail, REMOTE",
    "hybrid, HYBRID",
    "Hybrid (remote), HYBRID",
    "on-site, ON_SITE",
    "OnSite, ON_SITE",
    "in office, ON_SITE",
    "vor Ort, ON_SITE"
  })
  void theWordsOfBoardsAreKnown(String word, RemoteMode expected) {
    assertThat(RemoteMode.parse(word)).hasValue(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "unspecified", "not remote", "remotely interesting", "Berlin"})
  void nothingElseIsGuessed(String word) {
    assertThat(RemoteMode.parse(word)).isEmpty();
  }
}
