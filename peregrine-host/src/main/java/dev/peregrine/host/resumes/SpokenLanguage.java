package dev.peregrine.host.resumes;

import java.util.Optional;

/**
 * A language the person speaks.
 *
 * @param fluency as written, such as C1 or native
 * @param other members we have no name for, kept as they are
 */
public record SpokenLanguage(Optional<String> language, Optional<String> fluency, Unmapped other) {

  /** Says nothing. */
  public static final SpokenLanguage EMPTY =
      new SpokenLanguage(Optional.empty(), Optional.empty(), Unmapped.NONE);

  public SpokenLanguage withLanguage(Optional<String> language) {
    return new SpokenLanguage(language, fluency, other);
  }

  public SpokenLanguage withLanguage(String language) {
    return withLanguage(Optional.of(language));
  }

  public SpokenLanguage withFluency(Optional<String> fluency) {
    return new SpokenLanguage(language, fluency, other);
  }

  public SpokenLanguage withFluency(String fluency) {
    return withFluency(Optional.of(fluency));
  }

  public SpokenLanguage withOther(Unmapped other) {
    return new SpokenLanguage(language, fluency, other);
  }
}
