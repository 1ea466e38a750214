package dev.peregrine.host.secrets;

import java.util.Arrays;
import java.util.Optional;

/** Where the key of the secrets is kept, the first choice first. */
public enum KeyPlace {
  ENVIRONMENT("environment"),
  KEYRING("keyring"),
  FILE("file");

  private final String word;

  KeyPlace(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  static Optional<KeyPlace> of(String word) {
    return Arrays.stream(values()).filter(place -> place.word.equals(word)).findFirst();
  }
}
