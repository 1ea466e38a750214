package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents from the command line. */
class ExportCommandTest {

  private static final String RESUME =
      """
      Alex Rivera
      alex@example.org

      Experience
      Software Engineer, Northwind Payments
      March 2019 – Present
      • Rebuilt the settlement service in Java

      Skills
      Java, SQL
      """;

  @TempDir Path folder;
  private Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void aPersonTwoJobsAndAnExporter() throws Exception {
    home = Files.createDirectories(folder.resolve("home"));
    Path jobs =
        Files.writeString(
            folder.resolve("jobs.json"),
            """
            [{"title":"Backend Engineer","company":"Brightbank","url":"https://jobs.example/7",
              "description":"Our settlement service is written in Java. Kubernetes is welcome."},
             {"title":"Baker","company":"Ofen","url":"https://jobs.example/8",
              "description":"You bake bread."}]
            """);
    run("add", "--file", jobs.toString());
    run("score", "--resume", Files.writeString(folder.resolve("cv.txt"), RESUME).toString());
    assertThat(run("plugin", "install", ExporterJar.write(folder.resolve("lines.jar")).toString()))
        .as(err.toString())
        .isZero();
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    var all = new ArrayList<>(List.of(arguments));
    all.add("--home=" + home);
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
  }

  @Test
  void aListOfJobsIsOneFile() {
    Path file = folder.resolve("jobs.txt");
    assertThat(run("export", "lines", "--what", "jobs", "--to", file.toString()))
        .as(err.toString())
        .isZero();
    assertThat(file).content().contains("pending Backend Engineer\n", "pending Baker\n");
    assertThat(out.toString().strip()).isEqualTo(file.toString());
  }

  @Test
  void aListCanBeNarrowed() {
    Path file = folder.resolve("bakers.txt");
    assertThat(
            run("export", "lines", "--what", "jobs", "--query", "bread", "--to", file.toString()))
        .as(err.toString())
        .isZero();
    assertThat(file).content().contains("Baker").doesNotContain("Backend");
  }

  @Test
  void theResumeOfAJobGetsANameOfItsOwnInAFolder() throws Exception {
    Path into = Files.createDirectories(folder.resolve("out"));
    assertThat(
            run(
                "export",
                "lines",
                "1",
                "2",
                "--what",
                "resume",
                "--template",
                "tall",
                "--paper",
                "letter",
                "--to",
                into.toString(),
                "--json"))
        .as(err.toString())
        .isZero();
    try (var files = Files.list(into)) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted().toList())
          .satisfiesExactly(
              first -> assertThat(first).startsWith("Alex-Rivera_Resume_Brightbank_"),
              second -> assertThat(second).startsWith("Alex-Rivera_Resume_Ofen_"));
    }
    assertThat(out.toString()).contains("\"template\":\"tall\"", "\"exporter\":\"lines\"");
    Path one = Path.of(out.toString().lines().findFirst().orElseThrow().split("\"")[3]);
    assertThat(one).content().contains("on US_LETTER in tall", "\"name\" : \"Alex Rivera\"");
  }

  @Test
  void anotherDocumentIsNotOverwrittenUnlessAsked() throws Exception {
    Path file = Files.writeString(folder.resolve("mine.txt"), "mine");
    assertThat(run("export", "lines", "--what", "jobs", "--to", file.toString()))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("holds another document. Choose another name");
    assertThat(file).hasContent("mine");
    assertThat(run("export", "lines", "--what", "jobs", "--replace", "--to", file.toString()))
        .isZero();
    assertThat(file).content().contains("Baker");
  }

  @Test
  void withoutALetterThereIsNoneToExport() {
    assertThat(run("export", "lines", "1", "--what", "letter", "--to", folder + "/x.txt"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString())
        .contains("1 Backend Engineer: there is no letter yet. Write one at /apply/1/letter.");
  }

  @Test
  void aReportTellsWhatWasDoneInThePeriod() {
    Path file = folder.resolve("report.txt");
    assertThat(
            run(
                "export",
                "lines",
                "--what",
                "work-search",
                "--authority",
                "de-arbeitsagentur",
                "--from",
                "2026-01-01",
                "--until",
                "2026-01-31",
                "--to",
                file.toString()))
        .as(err.toString())
        .isZero();
    assertThat(file).content().contains("2026-01-01 to 2026-01-31");
  }

  @Test
  void whatIsNotKnownIsSaidWithWhatIs() {
    assertThat(run("export", "pdf", "--what", "jobs", "--to", "x")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString())
        .contains(
            "Format \"pdf\": expected one of lines for \"jobs\". For other kinds see --what.");
    assertThat(run("export", "lines", "--what", "jobs", "--template", "round", "--to", "x"))
        .isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("Template \"round\": expected one of wide, tall.");
    assertThat(run("export", "lines", "--what", "work-search", "--authority", "moon", "--to", "x"))
        .isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("Authority \"moon\": expected one of general, allgemein,");
  }
}
