package dev.peregrine.host.boot;

/** What a command tells the shell. Stable: scripts rely on it. */
final class ExitCode {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  /** Something was done, and something was not: some boards failed. */
  static final int PARTLY = 3;

  private ExitCode() {}
}
