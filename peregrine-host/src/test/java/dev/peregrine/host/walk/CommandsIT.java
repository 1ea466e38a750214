package dev.peregrine.host.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.walk.Program.Printed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line that scripts rely on: what is printed where, as JSON, and the exit codes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsIT {

  private BoardServer boards;

  @BeforeAll
  void start() throws Exception {
    boards = new BoardServer();
    boards.serve("/api/remote-jobs", "remotive.json");
    boards.serve("/v1/boards/example/jobs", "greenhouse.json");
    boards.serve("/api/v2/remote-jobs", 403, "text/html", "<html>Sign in</html>", Map.of());
  }

  @AfterAll
  void stop() {
    boards.close();
  }

  private String baseUrl() {
    return "base-url=" + boards.address();
  }

  private static List<JsonNode> lines(Printed printed) {
    return printed
        .out()
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> JsonMapper.shared().readTree(line))
        .toList();
  }

  @Test
  void backendsOfModelsComeWithTheirLibraries(@TempDir Path home) throws Exception {
    Printed listed = Program.run(home, home, "plugin", "list", "--json");

    assertThat(listed.exit()).as(listed.err()).isZero();
    List<String> on =
        lines(listed).stream()
            .filter(plugin -> plugin.path("state").asString().equals("on"))
            .map(plugin -> plugin.path("id").asString())
            .toList();
    assertThat(on)
        .contains(
            "llm-anthropic",
            "llm-embedded",
            "llm-ollama",
            "llm-openai",
            "llm-vllm",
            "vision-client");
  }

  @Test
  void boardTryPrintsOnePostingALine(@TempDir Path home) throws Exception {
    Printed all =
        Program.run(
            home, home, "board", "try", "remotive", "--title", "", "--set", baseUrl(), "--json");
    assertThat(all.exit()).as(all.err()).isZero();
    assertThat(lines(all)).hasSize(3);
    JsonNode first = lines(all).getFirst();
    assertThat(first.path("title").asString()).isEqualTo("Senior Java Developer");
    assertThat(first.path("salary_min").asInt()).isEqualTo(64_000);
    assertThat(first.path("salary_period").asString()).isEqualTo("year");
    assertThat(first.path("description").asString()).doesNotContain("<p>").contains("Kafka");
    assertThat(lines(all).get(1).path("salary_min").isNull()).isTrue();

    Printed java =
        Program.run(
            home,
            home,
            "board",
            "try",
            "remotive",
            "--title",
            "Java developer",
            "--limit",
            "1",
            "--set",
            baseUrl(),
            "--json");
    assertThat(lines(java)).hasSize(1);

    Printed employer =
        Program.run(
            home,
            home,
            "board",
            "try",
            "greenhouse",
            "--title",
            "",
            "--set",
            baseUrl(),
            "--set",
            "company=example",
            "--json");
    assertThat(lines(employer).getFirst().path("company").asString()).isEqualTo("Lumen Optik");
  }

  @Test
  void boardTryShowsHowManyPostingsHaveEachField(@TempDir Path home) throws Exception {
    Printed tried =
        Program.run(home, home, "board", "try", "remotive", "--title", "", "--set", baseUrl());
    assertThat(tried.out()).containsPattern("salary_min +2 of 3 +67 % +64000");
    assertThat(tried.out()).containsPattern("never filled: .*details.industry");
  }

  @Test
  void boardTryTakesACareersPageForTheEmployer(@TempDir Path home) throws Exception {
    Printed employer = greenhouse(home, "company=job-boards.greenhouse.io/example");
    assertThat(employer.err()).contains("1 found");
    JsonNode posting = lines(employer).getFirst();
    assertThat(posting.path("description").asString()).contains("\n\n- Deep Java");
    assertThat(posting.path("details").path("department").asString()).isEqualTo("Engineering");
    Printed foreign = greenhouse(home, "company=https://nobody.example/jobs");
    assertThat(foreign.exit()).isEqualTo(1);
    assertThat(foreign.err()).contains("\"https://nobody.example/jobs\"").contains("Greenhouse");
  }

  private Printed greenhouse(Path home, String company) throws Exception {
    return Program.run(
        home,
        home,
        "board",
        "try",
        "greenhouse",
        "--set",
        baseUrl(),
        "--set",
        company,
        "--json",
        "--description",
        "markdown");
  }

  @Test
  void boardTryTakesWhatOtherToolsTake(@TempDir Path home) throws Exception {
    Printed tried =
        Program.run(
            home,
            home,
            "board",
            "try",
            "remotive",
            "--set",
            baseUrl(),
            "--distance",
            "30mi",
            "--country",
            "Germany",
            "--job-type",
            "full-time",
            "--offset",
            "0",
            "--no-descriptions",
            "--json");
    assertThat(tried.exit()).as(tried.err()).isZero();
    for (String[] wrong :
        new String[][] {{"--distance", "far"}, {"--country", "Atlantis"}, {"--job-type", "zq"}}) {
      Printed refused = Program.run(home, home, "board", "try", "remotive", wrong[0], wrong[1]);
      assertThat(refused.exit()).isEqualTo(2);
      assertThat(refused.err()).contains("%s \"%s\"".formatted(wrong[0], wrong[1]));
    }
    Printed proxy =
        Program.run(home, home, "board", "try", "remotive", "--proxy", "http://p.example:3128");
    assertThat(proxy.exit()).isEqualTo(2);
    assertThat(proxy.err()).contains("proxies");
  }

  @Test
  void aRecordingIsPlayedToTheJarAndWhatDiffersIsNamed(@TempDir Path home) throws Exception {
    Path plugin = Files.createDirectories(home.resolve("board-remotive"));
    Path jar = Path.of("target", "peregrine", "plugins", "board-remotive-0.1.0.jar");
    Files.copy(jar, plugin.resolve("board-remotive.jar"));
    Printed recorded =
        Program.run(
            home,
            plugin,
            "board",
            "try",
            "remotive",
            "--set",
            baseUrl(),
            "--limit",
            "2",
            "--record",
            "recordings/two");
    assertThat(recorded.err()).contains("calls 1, postings 2").contains("do not publish");

    Printed same = Program.run(home, home, "plugin", "test", "board-remotive");
    assertThat(same.exit()).as(same.out() + same.err()).isZero();
    assertThat(same.out()).contains("As recorded.").containsPattern("title +2 of 2 +100 %");

    Path answer = plugin.resolve("recordings").resolve("two").resolve("001.json");
    Files.writeString(
        answer, Files.readString(answer).replace("Nordlicht Energie", "Suedlicht Energie"));
    Printed other = Program.run(home, home, "plugin", "test", "board-remotive");
    assertThat(other.exit()).isEqualTo(1);
    assertThat(other.out()).contains("company was \"Nordlicht Energie\", is \"Suedlicht Energie\"");

    assertThat(Program.run(home, home, "plugin", "test", "nowhere").exit()).isEqualTo(2);
  }

  @Test
  void exitCodesTellBlockedFromWrongUsage(@TempDir Path home) throws Exception {
    Printed blocked =
        Program.run(home, home, "board", "try", "jobicy", "--title", "", "--set", baseUrl());
    assertThat(blocked.exit()).isEqualTo(1);
    assertThat(blocked.err()).contains("403");
    assertThat(Program.run(home, home, "board", "try", "nowhere").exit()).isEqualTo(2);
    Printed setting = Program.run(home, home, "board", "try", "remotive", "--set", "color=red");
    assertThat(setting.exit()).isEqualTo(2);
    assertThat(setting.err()).contains("color").contains("base-url");
    assertThat(Program.run(home, home, "jobs", "list", "--stage", "nonsense").exit()).isEqualTo(2);
    assertThat(Program.run(home, home, "bogus").exit()).isEqualTo(2);
  }

  @Test
  void postingsOfAFileAreScoredWithReasonsAndGaps(@TempDir Path home) throws Exception {
    Path resume = home.resolve("resume.txt");
    Files.writeString(
        resume,
        "Java developer, nine years of Java, Kafka, PostgreSQL and Kubernetes; C++ before that.");
    Path postings = home.resolve("postings.jsonl");
    Files.writeString(
        postings,
        """
        {"id": "a", "title": "Java Developer", "description": "Java services with Kafka and PostgreSQL on Kubernetes. Some C++ and Terraform. You write tests and keep interfaces stable."}
        {"id": "b", "title": "Baker", "description": "Bread, rolls and cakes from three in the morning, six days in the week, with a friendly team and our own sourdough."}
        not json
        """);
    Printed printed =
        Program.run(
            home,
            home,
            "score",
            "--resume",
            "resume.txt",
            "--postings",
            "postings.jsonl",
            "--json");
    assertThat(printed.exit()).isEqualTo(3);
    assertThat(printed.err()).contains("line 3");
    List<JsonNode> scores = lines(printed);
    assertThat(scores).hasSize(2);
    assertThat(scores.get(0).path("score").asDouble())
        .isGreaterThan(scores.get(1).path("score").asDouble());
    assertThat(scores.get(0).path("gaps").toString()).containsIgnoringCase("terraform");
    assertThat(scores.get(0).path("reasons").toString()).contains("C++");

    Printed reference =
        Program.run(
            home,
            home,
            "score",
            "--resume",
            "resume.txt",
            "--postings",
            "postings.jsonl",
            "--scorer",
            "two-document",
            "--json");
    assertThat(lines(reference)).hasSize(2);
  }

  @Test
  void aCsvFileIsAddedAndListed(@TempDir Path home) throws Exception {
    Files.writeString(
        home.resolve("jobs.csv"),
        """
        title,company,url,location
        Gärtnerin,Stadtgrün,https://jobs.example/1?utm_source=mail,Münster
        """);
    Printed added = Program.run(home, home, "add", "--file", "jobs.csv");
    assertThat(added.err()).contains("1 job is new");
    Printed listed = Program.run(home, home, "jobs", "list", "--query", "gartnerin", "--json");
    assertThat(listed.exit()).isZero();
    JsonNode job = lines(listed).getFirst();
    assertThat(job.path("company").asString()).isEqualTo("Stadtgrün");
    assertThat(job.path("stage").asString()).isEqualTo("pending");
    assertThat(job.path("description").isNull()).isTrue();
  }

  @Test
  void aTypoInTheSearchProfileIsNamedByFileAndLineAndTheFileStays(@TempDir Path home)
      throws Exception {
    Path file = Files.createDirectories(home.resolve("config")).resolve("search_profiles.yaml");
    String typo =
        """
        profiles:
          - name: Berlin
            titles: [Gärtnerin]
            locations: [Berlin]
            max_age_days: soon
        """;
    Files.writeString(file, typo);
    Printed printed = Program.run(home, home, "discover");
    assertThat(printed.exit()).isEqualTo(1);
    assertThat(printed.err()).contains("search_profiles.yaml, line 5").contains("soon");
    assertThat(Files.readString(file)).isEqualTo(typo);
  }

  @Test
  void aPortInUseAndASecondPeregrineAreSaid(@TempDir Path home) throws Exception {
    try (var program = Program.start(home)) {
      Printed second = Program.run(home, home, "start", "--port", "0");
      assertThat(second.exit()).isEqualTo(1);
      assertThat(second.err()).contains("Another Peregrine");
      String port = program.address().substring(program.address().lastIndexOf(':') + 1);
      Path other = Files.createDirectories(home.resolve("other"));
      Printed taken = Program.run(other, other, "start", "--port", port);
      assertThat(taken.exit()).isEqualTo(1);
      assertThat(taken.err()).contains(port).contains("--port");
    }
  }

  @Test
  void aDamagedDatabaseIsNamedAndLeftAsItIs(@TempDir Path home) throws Exception {
    Path file = home.resolve("data/staging.db");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "This was a database once. ".repeat(500));
    byte[] before = Files.readAllBytes(file);

    Printed printed = Program.run(home, home, "jobs", "list");

    assertThat(printed.exit()).isEqualTo(1);
    assertThat(printed.err()).contains(file.toString()).contains("damaged");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }
}
