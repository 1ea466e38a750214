package dev.peregrine.llm.wire;

import java.util.Optional;

/**
 * How a server wants to be asked. Compatible servers know different parts of the protocol and
 * refuse the others by name before they begin to work, so that asking once more costs nothing.
 *
 * @param schema how the shape of an answer is told
 * @param completionTokens whether the longest answer is called {@code max_completion_tokens}; older
 *     servers call it {@code max_tokens}
 * @param temperature whether it may be set
 * @param usage whether tokens are counted on request
 */
public record Dialect(
    SchemaForm schema, boolean completionTokens, boolean temperature, boolean usage) {

  /** Everything is tried. */
  public static Dialect of(SchemaForm schema, boolean completionTokens) {
    return new Dialect(schema, completionTokens, true, true);
  }

  /** How to ask once more, if the server complains of a part that can be left out or changed. */
  Optional<Dialect> after(ServerFailure failure) {
    if (temperature && failure.names("temperature")) {
      return Optional.of(new Dialect(schema, completionTokens, false, usage));
    }
    if (usage && failure.names("stream_options")) {
      return Optional.of(new Dialect(schema, completionTokens, temperature, false));
    }
    boolean limit = failure.names(completionTokens ? "max_completion_tokens" : "max_tokens");
    if (limit && failure.names(completionTokens ? "max_tokens" : "max_completion_tokens")) {
      return Optional.of(new Dialect(schema, !completionTokens, temperature, usage));
    }
    if (limit && completionTokens) {
      return Optional.of(new Dialect(schema, false, temperature, usage));
    }
    boolean shape =
        failure.names("response_format") || failure.names("schema") || failure.names("guided_json");
    if (schema != SchemaForm.WORDS && shape) {
      return Optional.of(new Dialect(schema.weaker(), completionTokens, temperature, usage));
    }
    return Optional.empty();
  }
}
