package dev.peregrine.host.http;

import dev.peregrine.api.ExtensionException;

/** Counts the calls of the current tenant, and ends them where there were enough. */
public interface Toll {

  /** Nothing is counted. */
  Toll NONE =
      new Toll() {
        @Override
        public void ask(String caller) {}

        @Override
        public void pay(String caller) {}
      };

  /**
   * Asked before a call.
   *
   * @param caller as the ledger names it, such as {@code board/adzuna}
   * @throws ExtensionException {@code RATE_LIMITED} where there were enough
   */
  void ask(String caller) throws ExtensionException;

  /** A call was made. */
  void pay(String caller);
}
