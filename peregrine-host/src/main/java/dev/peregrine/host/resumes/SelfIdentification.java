package dev.peregrine.host.resumes;

import java.util.Optional;

/**
 * What a person may say of themselves where a form asks. Kept apart from the résumé: no reader
 * fills it in, and no export has it. Empty means not said, which is never guessed.
 */
public record SelfIdentification(
    Optional<String> gender,
    Optional<String> pronouns,
    Optional<String> ethnicity,
    Optional<String> veteran,
    Optional<String> disability) {

  /** Nothing was said. */
  public static final SelfIdentification NONE =
      new SelfIdentification(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
