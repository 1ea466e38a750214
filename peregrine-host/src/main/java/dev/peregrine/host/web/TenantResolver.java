package dev.peregrine.host.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Says whose request it is: the one place of the web edge that knows whether Peregrine runs for one
 * person or for many. Called once a request, before anything else sees it.
 */
@FunctionalInterface
public interface TenantResolver {

  /** Who asks; whoever proves nothing is a stranger. */
  Visitor resolve(HttpServletRequest request);

  /** From which address a request comes; empty where that says nothing. */
  default String from(HttpServletRequest request) {
    return "";
  }
}
