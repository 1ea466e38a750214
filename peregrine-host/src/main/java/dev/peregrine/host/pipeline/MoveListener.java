package dev.peregrine.host.pipeline;

/**
 * Is told of decisions after they are stored, on the thread and for the tenant that made them. It
 * must be quick; what it throws is logged and changes nothing.
 */
@FunctionalInterface
public interface MoveListener {

  /** Jobs went on. */
  void moved(Move move);

  /**
   * A decision was taken back.
   *
   * @param move the decision: its jobs are where {@link Move#from} says again
   */
  default void undone(Move move) {}
}
