package dev.peregrine.host.tiers;

import java.time.Instant;
import java.util.Optional;

/** How the current tenant's licence stands. */
public sealed interface LicenceState {

  /** No key was activated here. */
  record None() implements LicenceState {}

  /**
   * It counts.
   *
   * @param trouble why it could not be renewed yet; empty where nothing is wrong
   */
  record Valid(Licence licence, String trouble) implements LicenceState {}

  /** It ran out, could not be renewed, and counts for a while all the same. */
  record Grace(Licence licence, Instant until, String trouble) implements LicenceState {}

  /** It ran out. */
  record Expired(Licence licence, String trouble) implements LicenceState {}

  /** Something is stored that does not count; the sentence says why. */
  record Unusable(String sentence) implements LicenceState {}

  /** The tier that it gives; empty where it gives none. */
  default Optional<String> tier() {
    return switch (this) {
      case Valid valid -> Optional.of(valid.licence().tier());
      case Grace grace -> Optional.of(grace.licence().tier());
      case None none -> Optional.empty();
      case Expired expired -> Optional.empty();
      case Unusable unusable -> Optional.empty();
    };
  }

  /** What it says, where it can be read. */
  default Optional<Licence> said() {
    return switch (this) {
      case Valid valid -> Optional.of(valid.licence());
      case Grace grace -> Optional.of(grace.licence());
      case Expired expired -> Optional.of(expired.licence());
      case None none -> Optional.empty();
      case Unusable unusable -> Optional.empty();
    };
  }

  /** A word for scripts. */
  default String key() {
    return switch (this) {
      case None none -> "none";
      case Valid valid -> "valid";
      case Grace grace -> "grace";
      case Expired expired -> "expired";
      case Unusable unusable -> "unusable";
    };
  }

  /** What a person reads. */
  default String sentence() {
    return switch (this) {
      case None none -> "No licence is active here.";
      case Valid valid ->
          "%s is active until %s.%s"
              .formatted(
                  LicenceKey.display(valid.licence().key()),
                  LicenceDates.of(valid.licence().expires()),
                  after(valid.trouble()));
      case Grace grace ->
          "%s ran out on %s and could not be renewed. It counts until %s; Peregrine tries to renew it each hour.%s"
              .formatted(
                  LicenceKey.display(grace.licence().key()),
                  LicenceDates.of(grace.licence().expires()),
                  LicenceDates.of(grace.until()),
                  after(grace.trouble()));
      case Expired expired ->
          "%s ran out on %s, so what it opened is locked. What you made with it stays yours.%s"
              .formatted(
                  LicenceKey.display(expired.licence().key()),
                  LicenceDates.of(expired.licence().expires()),
                  after(expired.trouble()));
      case Unusable unusable -> unusable.sentence();
    };
  }

  private static String after(String trouble) {
    return trouble.isEmpty() ? "" : " " + trouble;
  }
}
