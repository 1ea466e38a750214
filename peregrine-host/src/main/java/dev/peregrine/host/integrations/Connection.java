package dev.peregrine.host.integrations;

import dev.peregrine.api.integration.IntegrationDescriptor;
import java.time.Instant;
import java.util.Optional;

/**
 * An integration whose plugin is switched on, and whether the person connected it.
 *
 * @param key such as {@code integration/ntfy}
 * @param connected since when; empty where it is not
 * @param reached what was reached when it was tried last, for the person
 */
public record Connection(
    String key, IntegrationDescriptor descriptor, Optional<Instant> connected, String reached) {

  /** As people read it. */
  public String name() {
    return descriptor.about().name();
  }

  public boolean isConnected() {
    return connected.isPresent();
  }
}
