package dev.peregrine.host.integrations;

import java.util.List;

/** Somebody who has connected integrations do something and says what, for the current tenant. */
@FunctionalInterface
public interface Doings {

  /**
   * What the integration of that key does; empty for one of another kind. It is asked whenever a
   * page about it is drawn: it reads, and calls nobody elsewhere.
   */
  List<Doing> of(String key);
}
