package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.peregrine.host.boot.RestClient.Reply;
import dev.peregrine.host.llm.ScriptedModel;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.programs.Scope;
import io.apicurio.datamodels.Library;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every operation that is described, called once, and held against its description. */
class RestOperationsTest {

  @TempDir Path home;
  private World world;
  private RestClient client;
  private JsonNode description;
  private final Map<String, Reply> called = new LinkedHashMap<>();

  @BeforeEach
  void start() throws Exception {
    ScriptedModel.write(Files.createDirectories(home.resolve("shipped")));
    Files.createDirectories(home.resolve("config"));
    Files.writeString(
        home.resolve("config").resolve("llm.yaml"), "backends:\n  mine: {type: scripted}\n");
    world = new World(home, 0, InstantSource.fixed(World.NOW));
    client = RestClient.in(world, "Script", EnumSet.allOf(Scope.class));
    description = client.get("/openapi.json").json();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private Reply call(String operation, Reply reply) {
    assertThat(reply.status()).as("%s: %s", operation, reply.answer().body()).isBetween(200, 299);
    called.put(operation, reply);
    return reply;
  }

  private void callAll() throws Exception {
    List<Long> ids = world.seed();
    long job = ids.getFirst();
    String at = "/jobs/" + job;
    call("getSelf", client.get("/self"));
    call("listJobs", client.get("/jobs?limit=3&stage=pending&min_score=10&order=newest"));
    call("getJob", client.get(at));
    call("getScore", client.get(at + "/score"));
    call(
        "addJob",
        client.post(
            "/jobs",
            """
            {"title": "Schiffsköchin (m/w/d)", "company": "Werft Ünal", "location": "Rostock",
             "url": "https://werft.example/jobs/7?utm_source=x", "remote": "on_site",
             "employment_types": ["full_time"], "posted": "2026-03-01",
             "salary": {"min": 40000, "currency": "EUR", "period": "year"},
             "description": "<p>Kochen auf See.</p>"}
            """));
    call("addLinks", client.post("/jobs/links", "{\"links\": [\"https://x.example/jobs/8\"]}"));
    Reply moved =
        call(
            "moveJob",
            client.post(at + "/moves", "{\"to\": \"approved\", \"expected\": \"pending\"}"));
    call("undoMove", client.post("/moves/" + moved.json().path("move").asLong() + "/undo", ""));
    world.as(() -> world.jobs.move(List.of(job), Stage.APPLIED, Optional.empty()));
    Reply saved =
        call("saveLetter", client.post(at + "/letters", "{\"seen\": 0, \"text\": \"Hello.\"}"));
    call("listLetters", client.get(at + "/letters"));
    call("getLetter", client.get(at + "/letters/" + saved.json().path("number").asInt()));
    call("getLetterState", client.get(at + "/letter-state"));
    call("draftLetter", client.post(at + "/letter-drafts", "{\"tone\": \"warm\"}"));
    call(
        "addLogLine",
        client.post(
            at + "/log",
            "{\"direction\": \"in\", \"channel\": \"call\", \"who\": \"Nora Held\", \"text\": \"They like ships.\"}"));
    call("listLog", client.get(at + "/log"));
    Reply round =
        call(
            "addRound",
            client.post(
                at + "/rounds",
                "{\"kind\": \"panel\", \"local_start\": \"2026-03-17T10:00\", \"zone\": \"Europe/Berlin\", \"people\": [\"Nora Held\"]}"));
    String here = "/rounds/" + round.json().path("id").asLong();
    call("listRounds", client.get("/rounds?from=2026-03-01T00:00:00Z"));
    call("listRoundsOfJob", client.get(at + "/rounds"));
    call("getRound", client.get(here));
    call(
        "changeRound",
        client.put(
            here,
            "{\"version\": %d, \"round\": {\"kind\": \"panel\", \"state\": \"done\", \"outcome\": \"forward\"}}"
                .formatted(round.json().path("version").asInt())));
    call(
        "saveRoundNotes",
        client.put(here + "/notes", "{\"version\": 0, \"text\": \"Went well.\"}"));
    call("getRoundNotes", client.get(here + "/notes"));
    Reply noted =
        call(
            "addReminder",
            client.post("/reminders", "{\"text\": \"Iron the shirt\", \"day\": \"2026-03-12\"}"));
    call("listReminders", client.get("/reminders"));
    String key = "{\"key\": \"%s\"}".formatted(noted.text("key"));
    call("finishReminder", client.post("/reminders/done", key));
    call("reopenReminder", client.post("/reminders/undo", key));
    call("listBoards", client.get("/boards"));
    search();
    call("getNumbers", client.get("/numbers?range=all"));
  }

  private void search() throws Exception {
    world.as(
        () -> {
          world.profiles.save(
              dev.peregrine.host.config.SearchProfile.of(
                  "design", List.of("Product designer"), List.of()));
          return true;
        });
    call("listSearches", client.get("/searches"));
    Reply run = call("startRun", client.post("/runs", "{\"boards\": [\"brook\"]}"));
    String task = "/tasks/" + run.json().path("task").path("id").asLong();
    while (client.get(task + "/run").status() == 404) {
      Thread.onSpinWait();
    }
    call("getRunOfTask", client.get(task + "/run"));
    call("getLatestRun", client.get("/runs/latest"));
    call("listTasks", client.get("/tasks?limit=1"));
    call("getTask", client.get(task));
    call("cancelTask", client.post(task + "/cancel", ""));
  }

  @Test
  void everyOperationAnswersAsItIsDescribed() throws Exception {
    callAll();
    var described = new TreeSet<String>();
    var wrong = new ArrayList<String>();
    for (JsonNode path : description.path("paths")) {
      for (JsonNode operation : path) {
        String id = operation.path("operationId").asString();
        described.add(id);
        Reply reply = called.get(id);
        if (reply != null) {
          JsonNode response = operation.path("responses").path(Integer.toString(reply.status()));
          assertThat(response.isMissingNode()).as("%s: %d", id, reply.status()).isFalse();
          JsonNode schema = response.path("content").path("application/json").path("schema");
          held(schema).validate(reply.answer().body(), InputFormat.JSON).stream()
              .map(error -> id + ": " + error)
              .forEach(wrong::add);
        }
      }
    }
    assertThat(called.keySet()).containsExactlyInAnyOrderElementsOf(described);
    assertThat(wrong).isEmpty();
  }

  /** The schema, in which references to others of the description lead somewhere. */
  private Schema held(JsonNode schema) {
    ObjectNode whole = JsonMapper.shared().createObjectNode();
    whole.setAll((ObjectNode) schema);
    whole.set("components", description.path("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(whole.toString(), InputFormat.JSON);
  }

  @Test
  void theDescriptionIsOpenApi() throws Exception {
    String text = client.get("/openapi.json").answer().body();
    assertThat(Library.validate(Library.readDocumentFromJSONString(text), null))
        .extracting(problem -> problem.nodePath + ": " + problem.message)
        .isEmpty();
    Schema metaschema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                com.networknt.schema.SchemaLocation.of(
                    "https://json-schema.org/draft/2020-12/schema"));
    for (JsonNode schema : description.path("components").path("schemas")) {
      assertThat(metaschema.validate(schema.toString(), InputFormat.JSON)).isEmpty();
    }
    Path shown = Path.of(System.getProperty("openapi", "/nowhere/x"));
    if (Files.isDirectory(shown.getParent())) {
      Files.writeString(shown, text);
    }
  }

  @Test
  void nothingSubmitsOrSends() {
    var said = new TreeSet<String>();
    for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
      said.add(path.getKey());
      for (JsonNode operation : path.getValue()) {
        said.add(operation.path("operationId").asString());
      }
    }
    assertThat(said)
        .isNotEmpty()
        .noneMatch(
            name ->
                name.toLowerCase(java.util.Locale.ROOT).matches(".*(submit|apply|send|mail).*"));
  }
}
