package dev.peregrine.host.tenancy;

import java.util.Optional;

/**
 * Stands before something that not every tenant may use. Routes, tasks, commands and extensions
 * take one; who holds it need not know what it decides by.
 */
@FunctionalInterface
public interface Gate {

  /** Lets everybody through. */
  Gate OPEN = Optional::empty;

  /** Why the current tenant may not pass; empty where it may. */
  Optional<Locked> locked();

  /**
   * Goes through.
   *
   * @throws LockedException where the gate is shut
   */
  default void pass() {
    locked()
        .ifPresent(
            why -> {
              throw new LockedException(why);
            });
  }
}
