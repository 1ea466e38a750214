package dev.peregrine.host.nodes;

/** Has somebody arrive who asked for nothing, because something of theirs is due. */
@FunctionalInterface
public interface Summons {

  /**
   * Has them arrive at the node that works for them, whichever that is; where none does, at this
   * one.
   *
   * @return whether they arrived; where not, try again later
   */
  boolean summon(String user);
}
