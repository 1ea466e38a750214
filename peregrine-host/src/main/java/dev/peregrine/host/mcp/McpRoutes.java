package dev.peregrine.host.mcp;

import dev.peregrine.host.programs.ApiTokens;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;

/** Where assistants reach the tools over HTTP. */
public final class McpRoutes implements Routes {

  static final String HERE = "/mcp";

  private final Parts parts;
  private final ApiTokens tokens;

  public McpRoutes(Parts parts, ApiTokens tokens) {
    this.parts = parts;
    this.tokens = tokens;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.servlet(HERE, new McpServlet(parts, tokens));
  }
}
