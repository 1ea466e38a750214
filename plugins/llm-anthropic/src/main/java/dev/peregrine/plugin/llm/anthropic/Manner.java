package dev.peregrine.plugin.llm.anthropic;

import dev.peregrine.llm.wire.ServerFailure;
import java.util.Optional;

/**
 * How a model wants to be asked. Older models know no output format, newer ones take no
 * temperature; each refuses before it begins to work, so that asking once more costs nothing.
 *
 * @param temperature whether it may be set
 * @param format whether the shape of an answer is told as an output format; else as a tool that the
 *     model has to use
 */
record Manner(boolean temperature, boolean format) {

  static final Manner FIRST = new Manner(true, true);

  /** How to ask once more, if the server complains of a part that can be told otherwise. */
  Optional<Manner> after(ServerFailure failure) {
    if (temperature && failure.names("temperature")) {
      return Optional.of(new Manner(false, format));
    }
    boolean shape =
        failure.names("output_config") || failure.names("output format") || failure.names("schema");
    return format && shape ? Optional.of(new Manner(temperature, false)) : Optional.empty();
  }
}
