package dev.peregrine.llm.wire;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the thoughts out of a text that arrives in pieces: what stands between {@code <think>} and
 * {@code </think>} at its beginning, as many open models write it.
 */
final class Thoughts {

  private static final List<String> OPENINGS = List.of("<think>", "<thinking>");
  private static final Pattern CLOSING = Pattern.compile("</think(?:ing)?>\\s*");

  private final Consumer<String> rest;
  private final StringBuilder held = new StringBuilder();
  private State state = State.BEGINNING;

  private enum State {
    BEGINNING,
    THINKING,
    SPEAKING_BEGINS,
    SPEAKING
  }

  Thoughts(Consumer<String> rest) {
    this.rest = rest;
  }

  void add(String piece) {
    if (state == State.SPEAKING) {
      rest.accept(piece);
      return;
    }
    held.append(piece);
    if (state == State.BEGINNING) {
      begin();
    }
    if (state == State.THINKING) {
      think();
    }
    if (state == State.SPEAKING_BEGINS) {
      speak();
    }
  }

  /** There is no more; what looked like the beginning of a thought was none. */
  void end() {
    if (state == State.BEGINNING && !held.isEmpty()) {
      rest.accept(held.toString());
    }
    held.setLength(0);
    state = State.SPEAKING;
  }

  private void begin() {
    String start = held.toString().stripLeading();
    if (OPENINGS.stream().anyMatch(start::startsWith)) {
      state = State.THINKING;
    } else if (OPENINGS.stream().noneMatch(opening -> opening.startsWith(start))) {
      state = State.SPEAKING;
      rest.accept(held.toString());
      held.setLength(0);
    }
  }

  private void think() {
    Matcher closing = CLOSING.matcher(held);
    if (closing.find()) {
      held.delete(0, closing.end());
      state = State.SPEAKING_BEGINS;
    }
  }

  /** The blanks between the thought and the answer may come in a piece of their own. */
  private void speak() {
    String said = held.toString().stripLeading();
    held.setLength(0);
    if (!said.isEmpty()) {
      state = State.SPEAKING;
      rest.accept(said);
    }
  }
}
