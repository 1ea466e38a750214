package dev.peregrine.plugin.board.indeed;

import java.util.Optional;

/** A JSON object or array in the middle of a script. */
final class ScriptValue {

  private ScriptValue() {}

  /** From its opening bracket to the one that closes it; empty where there is none. */
  static Optional<String> at(String script, int start) {
    int depth = 0;
    boolean inText = false;
    for (int at = start; at < script.length(); at++) {
      char sign = script.charAt(at);
      if (inText) {
        at += sign == '\\' ? 1 : 0;
        inText = sign != '"';
        continue;
      }
      switch (sign) {
        case '"' -> inText = true;
        case '{', '[' -> depth++;
        case '}', ']' -> depth--;
        default -> {}
      }
      if (depth <= 0) {
        return at == start ? Optional.empty() : Optional.of(script.substring(start, at + 1));
      }
    }
    return Optional.empty();
  }
}
