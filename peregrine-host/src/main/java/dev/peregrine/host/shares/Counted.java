package dev.peregrine.host.shares;

import java.util.Locale;

/** What is counted by the day. */
public enum Counted {
  /** Tokens of questions to models of whoever runs the program, and of their answers. */
  MODEL_TOKENS(1),
  /** Calls of boards. */
  BOARD_CALLS(20);

  private final long unwritten;

  Counted(long unwritten) {
    this.unwritten = unwritten;
  }

  /** How much a program that is killed may forget at most. */
  long unwritten() {
    return unwritten;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
