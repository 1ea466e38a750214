package dev.peregrine.host.web;

/** Gives the drawer of running work its rows, for the current tenant. */
@FunctionalInterface
public interface ActivitySource {

  /** What runs and what ran, in the person's words; must be quick. */
  Activity now(Times times);
}
