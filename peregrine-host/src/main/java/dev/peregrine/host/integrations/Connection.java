package dev.peregrine.host.integrations;

import dev.peregrine.api.integration.IntegrationDescriptor;
import dev.peregrine.host.tenancy.Locked;
import java.time.Instant;
import java.util.Optional;

/**
 * An integration whose plugin is switched on, and whether the person connected it.
 *
 * @param key such as {@code integration/ntfy}
 * @param connected since when; empty where it is not
 * @param reached what was reached when it was tried last, for the person
 * @param trouble why it does not do what it should; empty where it does, or is not connected
 * @param locked why the current tenant may not use it; empty where it may
 */
public record Connection(
    String key,
    IntegrationDescriptor descriptor,
    Optional<Instant> connected,
    String reached,
    Optional<Trouble> trouble,
    Optional<Locked> locked) {

  private static final String POINT = "integration/";

  /** The key of the integration that has that id, such as {@code ntfy}. */
  public static String key(String id) {
    return POINT + id;
  }

  /** Its id, such as {@code ntfy}: what stands for it in addresses of pages. */
  public String id() {
    return idOf(key);
  }

  static String idOf(String key) {
    return key.substring(key.indexOf('/') + 1);
  }

  /** Its page, such as {@code /settings/integrations/ntfy}; pages about it are below. */
  public String path() {
    return "/settings/integrations/" + id();
  }

  /** As people read it. */
  public String name() {
    return descriptor.about().name();
  }

  public boolean isConnected() {
    return connected.isPresent();
  }
}
