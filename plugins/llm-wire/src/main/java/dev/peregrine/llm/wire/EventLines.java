package dev.peregrine.llm.wire;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpStream;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Server-sent events, of which each has its data in one line, as the servers of models send them.
 * What is no event is kept: some servers answer with plain JSON instead.
 */
public final class EventLines {

  private static final Pattern OTHER_FIELD = Pattern.compile("(event|id|retry|:).*|\\s*");
  private static final int LONGEST_PLAIN = 4 * 1024 * 1024;

  private final HttpStream stream;
  private final StringBuilder plain = new StringBuilder();

  public EventLines(HttpStream stream) {
    this.stream = stream;
  }

  /** The data of the next event; empty when the answer is over. */
  public Optional<String> next() throws ExtensionException, InterruptedException {
    for (Optional<String> line = stream.line(); line.isPresent(); line = stream.line()) {
      String text = line.get();
      if (text.startsWith("data:")) {
        return Optional.of(text.substring("data:".length()).strip());
      }
      if (!OTHER_FIELD.matcher(text).matches() && plain.length() < LONGEST_PLAIN) {
        plain.append(text).append('\n');
      }
    }
    return Optional.empty();
  }

  /** What came that was no event. */
  public String plain() {
    return plain.toString();
  }
}
