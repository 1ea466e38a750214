package dev.peregrine.api.board;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An employer's page on a board.
 *
 * @param slug the employer's name in the board's addresses, such as {@code gitlab}; checked to be
 *     harmless in a path and as a DNS label
 * @param name as people read it, where it is known
 * @since 0.1
 */
public record Employer(String slug, Optional<String> name) {

  private static final Pattern SLUG = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._ &+-]{0,99}");

  public Employer {
    if (!SLUG.matcher(slug).matches() || slug.contains("..")) {
      throw new IllegalArgumentException(
          "Employer \"%s\": expected the short name from the address of its career page, such as gitlab."
              .formatted(slug));
    }
    name = name.map(String::strip).filter(text -> !text.isEmpty());
  }

  /** An employer of which only the short name is known. */
  public static Employer of(String slug) {
    return new Employer(slug.strip(), Optional.empty());
  }

  /** The name, or the short name where there is none. */
  public String label() {
    return name.orElse(slug);
  }

  /**
   * What a board throws that does not know this employer: {@code BAD_SETTINGS}.
   *
   * @param board the board's name, and what else may be the reason, such as {@code Acme, or has no
   *     posting there now}
   * @param example where the short name stands, such as {@code spotify in jobs.lever.co/spotify}
   */
  public ExtensionException unknownTo(String board, String example) {
    return new ExtensionException(
        Kind.BAD_SETTINGS,
        "Employer \"%s\" is not known to %s. Expected the short name from the address of its career page, such as %s."
            .formatted(slug, board, example));
  }

  /**
   * What a board throws that has not one of this employer's postings any more: {@code UNAVAILABLE}.
   *
   * @param board the board's name
   * @param posting the posting's id
   */
  public ExtensionException tookDown(String posting, String board) {
    return new ExtensionException(
        Kind.UNAVAILABLE,
        "Posting \"%s\" of \"%s\" is no longer on %s. It was taken down."
            .formatted(posting, slug, board));
  }

  /**
   * What a board throws whose answer about this employer is not in the known shape: {@code
   * CHANGED_REMOTE}.
   *
   * @param board the board's name
   * @param missing what the answer should have, such as {@code list of postings}
   */
  public ExtensionException changed(String board, String missing) {
    return new ExtensionException(
        Kind.CHANGED_REMOTE,
        "The answer of %s for employer \"%s\" has no %s. Look for an update of the plugin."
            .formatted(board, slug, missing));
  }
}
