package dev.peregrine.host.mcp;

import dev.peregrine.host.programs.ApiTokens;
import dev.peregrine.host.programs.Grant;
import dev.peregrine.host.tenancy.Tenant;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Serves assistants over HTTP. Nothing is kept between two requests, so that any of several servers
 * may answer the next one, and each request proves by a token whose it is; a browser's cookie
 * counts for nothing here.
 */
final class McpServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String GRANT = "peregrine.grant";
  private static final String TENANT = "peregrine.tenant";
  private static final String SCHEME = "Bearer ";
  private static final int LARGEST = 1024 * 1024;

  private final transient ApiTokens tokens;
  private final transient Toolbox tools;
  private final transient Map<String, Tool<?, ?>> byName;
  private final transient HttpServletStatelessServerTransport transport;

  McpServlet(Parts parts, ApiTokens tokens) {
    this.tokens = tokens;
    this.tools = new Toolbox(parts);
    this.byName = tools.tools().stream().collect(Collectors.toMap(Tool::name, Function.identity()));
    McpJsonMapper json = new JacksonMcpJsonMapper(JsonMapper.builder().build());
    this.transport =
        HttpServletStatelessServerTransport.builder()
            .jsonMapper(json)
            .messageEndpoint(McpRoutes.HERE)
            .maxRequestSize(LARGEST)
            .contextExtractor(
                request ->
                    McpTransportContext.create(
                        Map.of(GRANT, request.getAttribute(GRANT), TENANT, Tenant.current())))
            .build();
    var _ =
        McpServer.sync(transport)
            .jsonMapper(json)
            .serverInfo("peregrine", parts.version())
            .instructions(Toolbox.INSTRUCTIONS)
            .capabilities(ServerCapabilities.builder().tools(false).build())
            .immediateExecution(true) // on the request's own thread: none of its own for SQLite
            .addToolFilter((context, tool) -> mayUse(context, tool))
            .tools(tools.tools().stream().map(this::specification).toList())
            .build();
  }

  private boolean mayUse(McpTransportContext context, McpSchema.Tool tool) {
    return Optional.ofNullable(byName.get(tool.name()))
        .filter(known -> grant(context).allows(known.scope()))
        .isPresent();
  }

  private static Grant grant(McpTransportContext context) {
    return (Grant) context.get(GRANT);
  }

  private SyncToolSpecification specification(Tool<?, ?> tool) {
    return new SyncToolSpecification(
        Toolbox.described(tool),
        (context, request) ->
            ((Tenant) context.get(TENANT)).calling(() -> call(tool, grant(context), request)));
  }

  private CallToolResult call(Tool<?, ?> tool, Grant grant, McpSchema.CallToolRequest request) {
    return grant.allows(tool.scope())
        ? tools.call(tool, request.arguments())
        : Toolbox.wrong(
            "The token “%s” does not allow \"%s\", which %s needs. The person makes one that does in Peregrine, under Settings, Programs."
                .formatted(grant.name(), tool.scope().key(), tool.name()));
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (!comesFromHere(request)) {
      refuse(
          response,
          HttpServletResponse.SC_FORBIDDEN,
          "Pages of other sites are not answered here. Use a program of your own.");
      return;
    }
    Optional<Grant> grant = token(request).flatMap(tokens::grant);
    if (grant.isEmpty()) {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"Peregrine\"");
      refuse(
          response,
          HttpServletResponse.SC_UNAUTHORIZED,
          "Expected the header \"Authorization: Bearer\" with a token that counts. Make one in Peregrine, under Settings, Programs.");
      return;
    }
    if (!request.getMethod().equals("POST")) {
      response.setHeader("Allow", "POST");
      refuse(
          response,
          HttpServletResponse.SC_METHOD_NOT_ALLOWED,
          "Messages are sent here by POST; nothing is streamed.");
      return;
    }
    request.setAttribute(GRANT, grant.get());
    transport.service(request, response);
  }

  private static Optional<String> token(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(header -> header.substring(SCHEME.length()).strip());
  }

  /** Programs say no origin; a browser says whose page asks. The name of the host was checked. */
  private static boolean comesFromHere(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    if (origin == null) {
      return true;
    }
    try {
      String authority = URI.create(origin).getAuthority();
      String host = Optional.ofNullable(request.getHeader("Host")).orElse("");
      return authority != null
          && authority.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException notAnOrigin) {
      return false;
    }
  }

  private static void refuse(HttpServletResponse response, int status, String sentence)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain;charset=utf-8");
    response.getOutputStream().write(sentence.getBytes(StandardCharsets.UTF_8));
  }
}
