package dev.peregrine.host.nodes;

import java.net.URI;

/** Who works for somebody. */
public sealed interface Holder {

  /**
   * This node.
   *
   * @param writes whether it may change anything; not while the database with the leases is away
   *     for longer than they last
   */
  record Here(boolean writes) implements Holder {}

  /** Another node. */
  record There(URI node) implements Holder {}

  /** A command on some machine, or it cannot be known now; it passes. */
  record Unknown() implements Holder {}
}
