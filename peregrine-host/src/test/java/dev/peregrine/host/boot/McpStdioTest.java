package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.storage.HomeLock;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Assistants on standard streams, with the real program. */
class McpStdioTest {

  private static final String HELLO =
      """
      {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}
      {"jsonrpc":"2.0","method":"notifications/initialized"}
      """;

  @TempDir Path folder;

  private List<String> command(String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(argument -> !argument.startsWith("-agentlib"))
            .toList());
    command.addAll(
        List.of(
            "-Dperegrine.install=" + folder,
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "mcp",
            "--home",
            folder.resolve("home").toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  private Assistant assistant(String... arguments) {
    List<String> command = command(arguments);
    return new Assistant(
        new StdioClientTransport(
            ServerParameters.builder(command.getFirst())
                .args(command.subList(1, command.size()))
                .build(),
            McpJsonDefaults.getMapper()));
  }

  @Test
  void anAssistantWorksBesideAPeregrineThatRuns() {
    try (HomeLock running = HomeLock.take(folder.resolve("home/data"));
        Assistant assistant = assistant()) {
      assertThat(assistant.greeting().serverInfo().name()).isEqualTo("peregrine");
      assertThat(assistant.tools()).hasSize(20);
      long job =
          assistant
              .ask("add_job", "text", "Bäcker\nDu bäckst Brot. 🥐", "company", "Ofen")
              .path("job")
              .asLong();
      assertThat(assistant.ask("search_jobs").path("jobs").get(0).path("title").asString())
          .isEqualTo("Bäcker");
      assertThat(assistant.ask("get_job", "job", job).path("description").asString())
          .contains("Du bäckst Brot. 🥐");
    }
  }

  @Test
  void whoMayOnlyLookIsOfferedNothingElse() {
    try (Assistant assistant = assistant("--read-only")) {
      assertThat(assistant.tools())
          .hasSize(11)
          .extracting(Tool::name)
          .doesNotContain("add_job", "move_job", "find_new_jobs", "draft_letter", "cancel_task");
      assertThat(assistant.ask("list_stages").path("hidden").asInt()).isZero();
    }
  }

  @Test
  void everythingIsAnsweredBeforeItEndsAndNothingElseIsWritten() throws Exception {
    String input =
        HELLO
            + "no message\n\n"
            + "[1,2]\n"
            + "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}\n"
            + "\""
            + "x".repeat(4_300_000)
            + "\"\n"
            + "{\"jsonrpc\":\"2.0\",\"id\":\"two\",\"method\":\"nothing/such\"}\n"
            + "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/call\",\"params\":{\"name\":\"list_stages\",\"arguments\":{}}}\n"
            + "{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"tools/call\",\"params\":{\"name\":\"add_job\",\"arguments\":{\"text\":\"Baker\"}}}";
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(command())
            .redirectInput(Files.writeString(folder.resolve("in"), input).toFile())
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    List<JsonNode> answers =
        Files.readAllLines(out, StandardCharsets.UTF_8).stream()
            .map(JsonMapper.shared()::readTree)
            .toList();
    assertThat(answers).allMatch(answer -> answer.path("jsonrpc").asString().equals("2.0"));
    assertThat(answers.stream().filter(answer -> answer.path("id").isNull()))
        .extracting(answer -> answer.path("error").path("code").asInt())
        .containsExactly(-32_700, -32_600, -32_600, -32_700);
    assertThat(answers.stream().filter(answer -> !answer.path("id").isNull()))
        .extracting(answer -> answer.path("id").asString())
        .containsExactlyInAnyOrder("1", "two", "3", "4");
    assertThat(answers)
        .filteredOn(answer -> answer.path("id").asString().equals("two"))
        .allMatch(answer -> answer.path("error").path("code").asInt() == -32_601);
  }
}
