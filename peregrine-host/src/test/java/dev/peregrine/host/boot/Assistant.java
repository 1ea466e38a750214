package dev.peregrine.host.boot;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.InitializeResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An assistant with the library's own client. */
final class Assistant implements AutoCloseable {

  private final McpSyncClient client;
  private final InitializeResult greeting;

  Assistant(McpClientTransport transport) {
    client =
        McpClient.sync(transport)
            .requestTimeout(Duration.ofSeconds(60))
            .initializationTimeout(Duration.ofSeconds(60))
            .build();
    greeting = client.initialize();
  }

  InitializeResult greeting() {
    return greeting;
  }

  List<Tool> tools() {
    return client.listTools().tools();
  }

  CallToolResult raw(String tool, Map<String, Object> arguments) {
    return client.callTool(new CallToolRequest(tool, arguments));
  }

  /** What a tool answers that works. */
  JsonNode ask(String tool, Object... namesAndValues) {
    CallToolResult answer = raw(tool, arguments(namesAndValues));
    if (Boolean.TRUE.equals(answer.isError())) {
      throw new AssertionError(tool + ": " + text(answer));
    }
    var json = JsonMapper.shared();
    JsonNode structured = json.valueToTree(answer.structuredContent());
    if (!json.readTree(text(answer)).equals(json.readTree(json.writeValueAsString(structured)))) {
      throw new AssertionError(tool + " says two things: " + text(answer) + " and " + structured);
    }
    return structured;
  }

  /** What a tool says that does not work. */
  String refused(String tool, Object... namesAndValues) {
    CallToolResult answer = raw(tool, arguments(namesAndValues));
    if (!Boolean.TRUE.equals(answer.isError())) {
      throw new AssertionError(tool + " worked: " + text(answer));
    }
    return text(answer);
  }

  private static Map<String, Object> arguments(Object... namesAndValues) {
    var arguments = new LinkedHashMap<String, Object>();
    for (int at = 0; at < namesAndValues.length; at += 2) {
      arguments.put((String) namesAndValues[at], namesAndValues[at + 1]);
    }
    return arguments;
  }

  private static String text(CallToolResult answer) {
    return Objects.requireNonNull(((TextContent) answer.content().getFirst()).text());
  }

  @Override
  public void close() {
    client.close();
  }
}
