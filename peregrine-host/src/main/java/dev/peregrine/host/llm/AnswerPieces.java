package dev.peregrine.host.llm;

/**
 * Takes an answer while it is written. Called from a thread of the backend, one at a time; what it
 * throws ends the call and reaches whoever asked.
 */
@FunctionalInterface
public interface AnswerPieces {

  /** Nobody looks while it is written. */
  AnswerPieces NONE = text -> {};

  /** The next piece. */
  void piece(String text);

  /** Somebody is asked from now on; what comes next is theirs. */
  default void asks(String backend, String model) {}

  /**
   * What came so far is void: the backend broke off or did not obey, and the answer begins anew.
   */
  default void beginsAnew() {}
}
