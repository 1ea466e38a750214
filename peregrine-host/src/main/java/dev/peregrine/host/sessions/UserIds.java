package dev.peregrine.host.sessions;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The numbers of people. They become names of folders, so that exactly one way of writing each
 * counts: a UUID in small letters. Nothing else is taken, however close it comes.
 */
public final class UserIds {

  private static final Pattern CANONICAL =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** What programs write that forgot to say who it is. */
  private static final Pattern NOBODY = Pattern.compile("[0-]+|[f-]+");

  private UserIds() {}

  /** The same text, where it is the number of a person. */
  public static Optional<String> canonical(String text) {
    return CANONICAL.matcher(text).matches() && !NOBODY.matcher(text).matches()
        ? Optional.of(text)
        : Optional.empty();
  }
}
