package dev.peregrine.host.web;

/**
 * The pages and actions of one feature. Each feature has at least one; its menu entry comes along.
 */
@FunctionalInterface
public interface Routes {

  /** Adds them; called once, at the start. */
  void add(RouteRegistry routes);
}
