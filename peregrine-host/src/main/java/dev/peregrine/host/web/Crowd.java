package dev.peregrine.host.web;

import dev.peregrine.host.shares.Shares;
import java.util.function.LongConsumer;

/**
 * What keeps one visitor from being in everybody's way.
 *
 * @param shares what each may have
 * @param room told how many bytes come; throws where the current tenant has no room for them
 */
public record Crowd(Shares shares, LongConsumer room) {

  /** One person alone. */
  public static final Crowd NONE = new Crowd(Shares.NONE, bytes -> {});
}
