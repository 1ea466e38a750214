package dev.peregrine.host.plugins;

import dev.peregrine.host.tenancy.Gate;

/** Says which gate stands before an extension; asked when it is switched on and at each call. */
@FunctionalInterface
public interface ExtensionGates {

  /** Everything is open. */
  ExtensionGates OPEN = key -> Gate.OPEN;

  /**
   * The gate before an extension.
   *
   * @param key point and id, such as {@code integration/notion}
   */
  Gate extension(String key);
}
