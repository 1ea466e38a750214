package dev.peregrine.host.web;

import dev.peregrine.host.tenancy.Tenant;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Says whose request it is: the one place of the web edge that knows whether Peregrine runs for one
 * person or for many. Called once a request, before anything else sees it.
 */
@FunctionalInterface
public interface TenantResolver {

  /** The tenant, or empty where the request proves none: it is then refused. */
  Optional<Tenant> resolve(HttpServletRequest request);
}
