package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.peregrine.api.Posting;
import dev.peregrine.host.config.Blocklist;
import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.http.Reach;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.pipeline.Stored;
import dev.peregrine.host.plugins.ExtensionGates;
import dev.peregrine.host.secrets.SecretException;
import dev.peregrine.host.sessions.Tokens;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tenancy.LockedException;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.web.ReadablePages;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where Peregrine serves strangers, nothing of one and nothing of the machine reaches another. */
@Timeout(180)
class WallsTest {

  @TempDir Path folder;
  private Cloud cloud;

  @BeforeEach
  void start() {
    cloud = new Cloud(folder, Map.of());
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  private Tenant tenant(String user) {
    return new Tenant(user, cloud.folder(user));
  }

  /** Everywhere something with the person's word in it. */
  private void fill(String user, String word) throws Exception {
    assertThat(cloud.person(user).get("/").statusCode()).isIn(200, 303);
    Peregrine peregrine = cloud.peregrine();
    tenant(user)
        .call(
            () -> {
              var found = new ArrayList<Found>();
              for (int at = 1; at <= 6; at++) {
                found.add(
                    new Found(
                        Posting.of(
                                word + at,
                                word + " designer " + at,
                                URI.create("https://jobs.example/" + word + "/" + at))
                            .withCompany(Optional.of(word + " works " + at))
                            .withDescription(Optional.of("<p>About " + word + " and design</p>")),
                        "village",
                        OptionalLong.empty(),
                        Optional.empty()));
              }
              List<Long> ids = peregrine.jobs().store(found).stream().map(Stored::job).toList();
              Instant then = Cloud.NOW.minusSeconds(90_000);
              peregrine.jobs().move(ids.subList(0, 2), Stage.APPLIED, Optional.empty(), then);
              peregrine.jobs().move(ids.subList(0, 1), Stage.INTERVIEWING, Optional.empty(), then);
              peregrine.jobs().move(ids.subList(2, 3), Stage.APPROVED, Optional.empty(), then);
              peregrine
                  .profiles()
                  .save(SearchProfile.of(word, List.of(word + " title"), List.of(word + "ville")));
              peregrine
                  .blocklist()
                  .save(new Blocklist(List.of(word + " blocked"), List.of(), List.of()));
              var resume = peregrine.resumes().save(word + " was a designer", word + ".txt");
              assertThat(resume).isNotNull();
              peregrine.secrets().put("plugins/board/village/" + word, "secret of " + word);
              return ids;
            });
  }

  @Test
  void noPageShowsOneWhatIsTheOthersOrTheMachines() throws Exception {
    fill(Tokens.ANN, "Annsword");
    fill(Tokens.BOB, "Bobsword");
    var wrong = new ArrayList<String>();
    int own = 0;
    for (String user : List.of(Tokens.ANN, Tokens.BOB)) {
      String mine = user.equals(Tokens.ANN) ? "Annsword" : "Bobsword";
      String theirs = user.equals(Tokens.ANN) ? "Bobsword" : "Annsword";
      Cloud.Person person = cloud.person(user);
      for (long number : new long[] {1, 3}) {
        for (String path : ReadablePages.of(cloud.running.server(), number)) {
          HttpResponse<String> answer = person.get(path);
          own += answer.body().contains(mine) ? 1 : 0;
          if (answer.body().contains(theirs)) {
            wrong.add(path + " shows what is the other's");
          }
          if (answer.body().contains(folder.toString())) {
            wrong.add(path + " shows a path of the machine");
          }
          if (answer.statusCode() >= 500) {
            wrong.add(path + " broke with " + answer.statusCode());
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(own).as("pages that show what is one's own").isGreaterThan(40);
  }

  @Test
  void everyKindOfTaskWorksForItsTenantOnly() throws Exception {
    fill(Tokens.ANN, "Annsword");
    fill(Tokens.BOB, "Bobsword");
    Peregrine peregrine = cloud.peregrine();
    List<String> types = peregrine.tasks().types();
    assertThat(types).hasSizeGreaterThan(15);
    var begun = new ArrayList<String>();
    List<Long> before = files(Tokens.BOB);
    tenant(Tokens.ANN)
        .call(
            () -> {
              for (String type : types) {
                try {
                  peregrine.tasks().submit(type, "Annsword " + type, "Annsword " + type, "1");
                  begun.add(type);
                } catch (LockedException higherTier) {
                  assertThat(higherTier.locked().name()).isNotEmpty();
                }
              }
              while (!peregrine.tasks().active().isEmpty()) {
                Thread.onSpinWait();
              }
              return types;
            });
    List<Task> seen = tenant(Tokens.BOB).call(() -> peregrine.tasks().recent(1_000));
    assertThat(seen).noneMatch(task -> task.title().contains("Annsword"));
    assertThat(files(Tokens.BOB)).isEqualTo(before);
    List<Task> done = tenant(Tokens.ANN).call(() -> peregrine.tasks().recent(1_000));
    assertThat(done).extracting(Task::type).containsAll(begun);
    assertThat(begun).hasSizeGreaterThan(8).contains("restore");
    assertThat(cloud.person(Tokens.BOB).get("/activity").body()).doesNotContain("Annsword");
  }

  /** Sizes of what lies in a person's folder, without the database's own files. */
  private List<Long> files(String user) throws Exception {
    try (Stream<Path> all = Files.walk(cloud.folder(user))) {
      var sizes = new ArrayList<Long>();
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        if (!file.toString().contains("staging.db")) {
          sizes.add(Files.size(file));
        }
      }
      return sizes;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/settings/network",
        "/settings/hardware",
        "/settings/developer",
        "/plugins/recipe"
      })
  void whatIsTheOperatorsSaysSoInsteadOfShowingIt(String path) throws Exception {
    HttpResponse<String> answer = cloud.person(Tokens.ANN).get(path);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body())
        .contains("Whoever runs this Peregrine manages it for everybody.")
        .doesNotContain("What each tier holds");
  }

  @Test
  void nothingOfTheOperatorsCanBePressed() throws Exception {
    Cloud.Person person = cloud.person(Tokens.ANN);
    String token = person.token();
    for (Matter matter : cloud.mode.walls().managed()) {
      for (String path : matter.paths()) {
        HttpResponse<String> answer =
            person.post(
                path.replaceAll("\\{[^}]*}", "board-village"),
                "_token=%s&key=CFG-PRNG-AAAA-BBBB-CCCC&words=delete+everything&name=x&anyway=yes"
                    .formatted(URLEncoder.encode(token, StandardCharsets.UTF_8)));
        assertThat(answer.statusCode()).as(path).isIn(403, 404, 405);
      }
    }
    String typed =
        "_token=%s&path=/etc".formatted(URLEncoder.encode(token, StandardCharsets.UTF_8));
    assertThat(person.post("/import/look", typed).statusCode()).isEqualTo(403);
    assertThat(person.get("/plugins").body()).doesNotContain("/plugins/file");
    assertThat(person.get("/import").body()).doesNotContain("name=\"path\"");
  }

  @Test
  void aSecretNamesNoVariableOfTheProgram() throws Exception {
    fill(Tokens.ANN, "Annsword");
    tenant(Tokens.ANN)
        .run(
            () -> {
              cloud.peregrine().secrets().put("plugins/board/village/key", "${PATH}");
              assertThatExceptionOfType(SecretException.class)
                  .isThrownBy(() -> cloud.peregrine().secrets().value("plugins/board/village/key"));
              assertThat(cloud.peregrine().secrets().toMask())
                  .doesNotContain(System.getenv("PATH"));
            });
  }

  @Test
  void entersNothingInsideButWhatTheOperatorNames() {
    var environment = new java.util.HashMap<>(Cloud.environment(folder.resolve("people")));
    environment.put("CLOUD_SEARXNG_URL", "http://searxng:8080");
    environment.put("CLOUD_MODEL_URLS", "http://vllm:8000/v1 http://ollama:11434");
    Mode mode =
        Mode.of(Cloud.installation(folder, environment, InstantSource.system(), Optional.empty()));
    Reach reach = mode.outgoing().reach();

    assertThat(reach.inside("research/searxng", "searxng", 8080)).isTrue();
    assertThat(reach.inside("llm/ollama", "ollama", 11434)).isTrue();
    assertThat(reach.inside("llm/openai", "vllm", 8000)).isTrue();
    assertThat(reach.inside("integration/webdav", "ollama", 11434)).isFalse();
    assertThat(reach.inside("llm/ollama", "searxng", 8080)).isFalse();
    assertThat(reach.inside("llm/ollama", "localhost", 11434)).isFalse();
    assertThat(reach.inside("mail", "127.0.0.1", 143)).isFalse();
    assertThat(reach.inside("unknown", "database.internal", 0)).isFalse();
  }

  @Test
  void noBrowserRunsForStrangersUnlessTheOperatorNamesOne() {
    var walls = Walls.around(folder.resolve("list"));
    var named = Map.of("PEREGRINE_CHROMIUM", "/bin/sh", "PATH", "/usr/bin:/bin");
    var unnamed = Map.of("PATH", "/usr/bin:/bin");
    assertThat(browser(walls, unnamed)).isEmpty();
    assertThat(browser(walls, named)).contains(Path.of("/bin/sh"));
    assertThat(browser(Walls.none(named), named)).contains(Path.of("/bin/sh"));
  }

  private Optional<Path> browser(Walls walls, Map<String, String> environment) {
    return walls
        .browser(Cloud.installation(folder, environment, InstantSource.system(), Optional.empty()))
        .find();
  }

  @Test
  void extensionsThatWorkOnTheMachineAreShut() {
    var walls = Walls.around(folder.resolve("list"));
    for (String key : List.of("integration/folder", "llm/embedded")) {
      assertThat(walls.before(ExtensionGates.OPEN).extension(key).locked()).as(key).isPresent();
    }
    assertThat(walls.before(ExtensionGates.OPEN).extension("integration/webdav").locked())
        .isEmpty();
    assertThat(
            Walls.none(Map.of())
                .before(ExtensionGates.OPEN)
                .extension("integration/folder")
                .locked())
        .isEmpty();
  }

  @Test
  void onlyTheRoofKnowsHowManyItServes() throws Exception {
    try (Stream<Path> all = Files.walk(Path.of("src/main/java/dev/peregrine/host"))) {
      List<Path> sources = all.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(sources).hasSizeGreaterThan(1_500);
      var knowing = new ArrayList<String>();
      for (Path source : sources) {
        boolean isRoof = source.toString().contains("/boot/");
        String text = Files.readString(source);
        if (!isRoof
            && text.matches(
                "(?s).*\\b(CLOUD_[A-Z]+|DEMO_MODE|CloudMode|DemoMode|LocalMode|isCloud|isDemo|isLocal)\\b.*")) {
          knowing.add(source.getFileName().toString());
        }
      }
      assertThat(knowing).isEmpty();
    }
  }
}
