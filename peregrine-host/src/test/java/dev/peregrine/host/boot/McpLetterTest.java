package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.llm.ScriptedModel;
import dev.peregrine.host.programs.ApiTokens;
import dev.peregrine.host.programs.Scope;
import dev.peregrine.host.storage.Deadline;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Letters and searches that an assistant begins. */
@ResourceLock(ScriptedModel.SENT)
class McpLetterTest {

  @TempDir Path home;
  private World world;
  private long job;
  private Assistant assistant;

  @BeforeEach
  void start() throws Exception {
    ScriptedModel.write(home.resolve("shipped"));
    world = new World(home, 0, InstantSource.fixed(World.NOW));
    job = LetterPagesTest.fill(world);
    String token =
        world.as(
            () ->
                ((ApiTokens.Making.Made)
                        world
                            .connecting
                            .tokens()
                            .create("Desk", Set.of(Scope.READ, Scope.RUN), Optional.empty()))
                    .text());
    assistant =
        new Assistant(
            HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + world.port())
                .endpoint("/mcp")
                .requestBuilder(HttpRequest.newBuilder().header("Authorization", "Bearer " + token))
                .build());
  }

  @AfterEach
  void stop() {
    assistant.close();
    world.close();
  }

  private JsonNode ended(JsonNode begun) {
    long task = begun.path("task").asLong();
    Deadline.until(
        () ->
            !assistant
                .ask("get_task", "task", task)
                .path("state")
                .asString()
                .matches("queued|running"));
    return assistant.ask("get_task", "task", task);
  }

  @Test
  void aDraftIsAVersionThatSaysWhatTheResumeDoesNotBearOut() throws Exception {
    world.ownBackend = true;
    Files.createDirectories(home.resolve("config"));
    Files.writeString(
        home.resolve("config/llm.yaml"),
        "backends:\n  desk:\n    type: scripted\n    model: small\n    settings:\n      script: \"say:Dear hiring team,\\\\n\\\\nat Quietbank I moved 40 nightly jobs to Airflow. At Stripe I led a team of 12.\\\\n\\\\nKind regards, Grace\"\n");
    assertThat(assistant.refused("draft_letter", "job", job, "change", "shorter"))
        .contains("no letter");
    assertThat(assistant.refused("draft_letter", "job", job, "language", "tlh"))
        .contains("expected one of");
    assertThat(
            ended(assistant.ask("draft_letter", "job", job, "tone", "warm"))
                .path("state")
                .asString())
        .isEqualTo("completed");
    JsonNode letter = assistant.ask("get_letter", "job", job);
    assertThat(letter.path("text").asString()).contains("At Stripe I led");
    assertThat(letter.path("clear").asBoolean()).isFalse();
    assertThat(letter.path("unproven").toString()).contains("Stripe");
    assertThat(letter.path("versions")).hasSize(1);
    ended(assistant.ask("draft_letter", "job", job, "change", "Say it shorter."));
    assertThat(assistant.ask("get_letter", "job", job).path("versions")).hasSize(2);
    assertThat(
            assistant
                .ask("get_letter", "job", job, "version", letter.path("version").asInt())
                .path("text"))
        .isEqualTo(letter.path("text"));
    assertThat(assistant.refused("get_letter", "job", job, "version", 99)).contains("no version");
  }

  @Test
  void aSearchIsATaskThatBringsJobs() throws Exception {
    world.as(
        () -> {
          world.profiles.save(
              SearchProfile.of("Design", List.of("Product designer"), List.of())
                  .withBoards(List.of("village")));
          return true;
        });
    assertThat(assistant.refused("find_new_jobs", "searches", List.of("Nope")))
        .contains("expected one of Design");
    JsonNode done = ended(assistant.ask("find_new_jobs", "searches", List.of("Design")));
    assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("completed");
    assertThat(assistant.ask("search_jobs", "words", "designer").path("jobs")).hasSize(3);
    assertThat(assistant.refused("cancel_task", "task", done.path("task").asLong()))
        .contains("over already");
    assertThat(assistant.ask("list_searches").path("searches").get(0).path("name").asString())
        .isEqualTo("Design");
  }
}
