package dev.peregrine.host.nodes;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How a node takes part.
 *
 * @param url how the others reach it; empty for a command
 * @param life for how long it counts as alive after it last said so
 */
public record Terms(Optional<URI> url, Duration life) {

  /** Three of them may be lost. */
  public Duration beat() {
    return life.dividedBy(4);
  }

  /** So much earlier it stops changing anything than another could begin to. */
  public Duration margin() {
    return life.dividedBy(4);
  }
}
