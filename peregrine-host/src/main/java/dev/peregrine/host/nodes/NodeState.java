package dev.peregrine.host.nodes;

import dev.peregrine.host.storage.ServerDatabase;
import java.time.Instant;
import java.util.List;

/**
 * One node as the others see it.
 *
 * @param url how they reach it; empty for a command
 * @param beganAt since when it has been there
 * @param alive whether it said so in time
 * @param draining whether it stops
 * @param shards how many it holds
 */
public record NodeState(String url, Instant beganAt, boolean alive, boolean draining, int shards) {

  /**
   * All of them, those first who were there first.
   *
   * @throws dev.peregrine.host.storage.ServerAwayException where the database cannot be reached
   */
  public static List<NodeState> all(ServerDatabase database) {
    return database.call(mappers -> mappers.of(NodeStateMapper.class).all());
  }
}
