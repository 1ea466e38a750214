package dev.peregrine.api.board;

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
}
