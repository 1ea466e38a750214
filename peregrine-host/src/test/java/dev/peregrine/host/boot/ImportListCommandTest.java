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

/** Lists from elsewhere on the command line, as a script uses it. */
class ImportListCommandTest {

  @TempDir Path folder;
  private Path list;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void write() throws Exception {
    list =
        Files.writeString(
            folder.resolve("jobs.csv"),
            "Stelle,Wo,Stand,Beworben am,Anzeige\nKöchin,Bonn,warten,03/04/2025,https://example.org/1\n,,,,\nBäcker,,,,https://example.org/2\n");
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    var all = new ArrayList<>(List.of("import"));
    all.addAll(List.of(arguments));
    all.add("--home=" + folder.resolve("home"));
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
  }

  @Test
  void lookedAtThenBroughtThenTakenBack() {
    assertThat(run(list.toString(), "--dry-run")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("which day 03/04/2025 is");
    String[] said = {
      list.toString(), "--dates", "dmy", "--map", "Wo=place", "--stage", "warten=ghosted"
    };
    assertThat(run(with(said, "--dry-run"))).as(err.toString()).isZero();
    assertThat(out.toString()).contains("2 jobs would be new.", "1  ghosted");
    assertThat(run(with(said, "--json"))).isZero();
    assertThat(out.toString()).contains("\"new\":2", "\"ghosted\":1", "\"Wo\":\"place\"");
    assertThat(run(said)).isZero();
    assertThat(out.toString()).contains("No job is new, 2 were here already.");
    assertThat(run("list")).isZero();
    assertThat(out.toString()).contains("jobs.csv", "2 jobs are new");
    assertThat(run("undo", "1")).isZero();
    assertThat(out.toString()).contains("2 jobs were removed.");
  }

  private static String[] with(String[] said, String more) {
    var all = new ArrayList<>(List.of(said));
    all.add(more);
    return all.toArray(String[]::new);
  }

  @Test
  void whatDoesNotFitIsSaid() {
    assertThat(run(list.toString(), "--as", "linkedin")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("is no list of LinkedIn");
    assertThat(run(list.toString(), "--as", "xing")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run(list.toString(), "--map", "Wo=moon")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("\"moon\": expected one of nothing, title");
    assertThat(run(list.toString(), "--map", "Where=place")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run("undo", "9")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("there is none with that number");
    assertThat(run(folder.resolve("none.csv").toString())).isEqualTo(ExitCode.FAILED);
  }
}
