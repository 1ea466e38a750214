package dev.peregrine.host.tracking;

import dev.peregrine.api.integration.TrackerTarget.Kind;

/** Kinds of columns in words. */
final class KindWords {

  private KindWords() {}

  static String english(Kind kind) {
    return switch (kind) {
      case TITLE -> "the row's name";
      case TEXT -> "text";
      case NUMBER -> "a number";
      case DATE -> "a date";
      case LINK -> "an address";
      case CHOICE -> "one of several words";
      case CHOICES -> "several words";
      case CHECK -> "yes or no";
      case OTHER -> "something that cannot be written";
    };
  }
}
