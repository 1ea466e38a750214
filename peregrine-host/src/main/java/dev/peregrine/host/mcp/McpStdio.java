package dev.peregrine.host.mcp;

import dev.peregrine.host.tenancy.Tenant;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** Serves one assistant on streams, for the tenant that is bound. */
public final class McpStdio {

  private final Parts parts;
  private final Toolbox tools;
  private final boolean readOnly;

  /**
   * @param readOnly whether only tools are offered that change nothing
   */
  public McpStdio(Parts parts, boolean readOnly) {
    this.parts = parts;
    this.tools = new Toolbox(parts);
    this.readOnly = readOnly;
  }

  /**
   * Serves until the input ends and everything was answered.
   *
   * @param lines takes each line that is to be written
   */
  public void serve(InputStream input, Consumer<String> lines) throws InterruptedException {
    var streams = new StandardStreams(input, lines);
    McpJsonMapper json = new JacksonMcpJsonMapper(JsonMapper.builder().build());
    McpSyncServer server =
        McpServer.sync(new StdioServerTransportProvider(json, streams.in(), streams.out()))
            .jsonMapper(json)
            .serverInfo("peregrine", parts.version())
            .instructions(Toolbox.INSTRUCTIONS)
            .capabilities(ServerCapabilities.builder().tools(false).build())
            .tools(specifications(Tenant.current()))
            .build();
    try {
      streams.awaitEnd();
    } finally {
      server.close();
    }
  }

  private List<SyncToolSpecification> specifications(Tenant tenant) {
    return tools.tools().stream()
        .filter(tool -> !readOnly || tool.effect().readsOnly)
        .map(
            tool ->
                new SyncToolSpecification(
                    Toolbox.described(tool),
                    (exchange, request) ->
                        tenant.calling(() -> tools.call(tool, request.arguments()))))
        .toList();
  }
}
