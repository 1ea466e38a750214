package dev.peregrine.host.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Says whose request it is: the one place of the web edge that knows whether Peregrine runs for one
 * person or for many. Called once a request, before anything else sees it.
 */
@FunctionalInterface
public interface TenantResolver {

  /** Who asks; whoever proves nothing is a stranger. */
  Visitor resolve(HttpServletRequest request);

  /**
   * By what a request says whose it is, such as a session, without a look whether it counts: the
   * same word is the same person's. Empty where nothing is said, or where the same may mean others.
   */
  default Optional<String> word(HttpServletRequest request) {
    return Optional.empty();
  }

  /** From which address a request comes; empty where that says nothing. */
  default String from(HttpServletRequest request) {
    return "";
  }
}
