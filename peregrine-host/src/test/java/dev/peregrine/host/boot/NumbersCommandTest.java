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

/** Numbers from the command line. */
class NumbersCommandTest {

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void twoJobs() throws Exception {
    Path jobs =
        Files.writeString(
            folder.resolve("jobs.json"),
            """
            [{"title":"Backend Engineer","company":"Brightbank","url":"https://jobs.example/7",
              "description":"Our settlement service is written in Java."},
             {"title":"Baker","company":"Ofen","url":"https://jobs.example/8",
              "description":"You bake bread."}]
            """);
    run("add", "--file", jobs.toString());
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    var all = new ArrayList<>(List.of(arguments));
    all.add("--home=" + folder.resolve("home"));
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
  }

  @Test
  void eachRowIsAnObjectATableOrLinesOfAFile() {
    assertThat(run("numbers", "--table", "funnel", "--json")).as(err.toString()).isZero();
    assertThat(out.toString().lines())
        .contains(
            "{\"table\":\"funnel\",\"key\":\"found\",\"step\":\"Found\",\"jobs\":2,\"of_step_before_percent\":null}");
    assertThat(run("numbers", "--table", "funnel", "--csv")).isZero();
    assertThat(out.toString().lines())
        .startsWith("key,step,jobs,of_step_before_percent", "found,Found,2,");
    assertThat(run("numbers")).isZero();
    assertThat(out.toString()).contains("From found to hired", "too few (2)", "Answers by weekday");
  }

  @Test
  void whatIsNoRangeOrTableIsSaid() {
    assertThat(run("numbers", "--range", "7")).isEqualTo(2);
    assertThat(err.toString()).contains("Range \"7\": expected one of 30, 90, year, all.");
    assertThat(run("numbers", "--table", "secrets")).isEqualTo(2);
    assertThat(err.toString()).contains("Table \"secrets\": expected one of pace, funnel, flow,");
    assertThat(run("numbers", "--json", "--csv")).isEqualTo(2);
  }
}
