package dev.peregrine.host.nodes;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Parts of all people; one node works for a whole part at a time. */
public final class Shards {

  /** How many there are, for ever: the database has a row for each. */
  public static final int COUNT = 256;

  private Shards() {}

  /** The one that somebody belongs to, always the same. */
  public static int of(String user) {
    var sum = new CRC32();
    sum.update(user.getBytes(StandardCharsets.UTF_8));
    return (int) (sum.getValue() % COUNT);
  }
}
