package dev.peregrine.host.letters;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The person as far as letters are concerned.
 *
 * @param name as a letter is signed; may be empty
 * @param voice how they want to sound; may be empty
 * @param causes what they care about
 * @param masking takes employers out of a text whom nothing may name
 */
public record Writer(String name, String voice, List<Cause> causes, UnaryOperator<String> masking) {

  /** Something they care about, and why. */
  public record Cause(String field, String note) {}

  /** Of whom nothing is known. */
  public static final Writer UNKNOWN = new Writer("", "", List.of(), text -> text);

  public Writer {
    causes = List.copyOf(causes);
  }
}
