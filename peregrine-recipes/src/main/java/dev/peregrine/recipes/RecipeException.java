package dev.peregrine.recipes;

/**
 * A recipe that cannot be used. The message is for the person who wrote it: file, line, field, what
 * stands there, what was expected, what to do.
 */
public final class RecipeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final String field;

  RecipeException(String source, int line, String field, String problem) {
    super((line > 0 ? "%s, line %d".formatted(source, line) : source) + ": " + problem);
    this.line = line;
    this.field = field;
  }

  /** The message. */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  /** The line, from 1; 0 where the whole text is meant. */
  public int line() {
    return line;
  }

  /** The field with those it stands in, such as {@code fields/salary/min}; empty for the whole. */
  public String field() {
    return field;
  }
}
