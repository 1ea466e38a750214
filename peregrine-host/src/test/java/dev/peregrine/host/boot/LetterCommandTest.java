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

/** From a résumé and a stored posting to a draft, and a letter of one's own checked. */
class LetterCommandTest {

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
  void aPersonAndAJob() throws Exception {
    home = Files.createDirectories(folder.resolve("home"));
    Path jobs =
        Files.writeString(
            folder.resolve("jobs.json"),
            """
            [{"title":"Backend Engineer","company":"Brightbank","url":"https://jobs.example/7",
              "description":"Our settlement service is written in Java. Kubernetes is welcome."}]
            """);
    run("add", "--file", jobs.toString());
    run("score", "--resume", Files.writeString(folder.resolve("cv.txt"), RESUME).toString());
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
  void aDraftSaysWhatTheResumeSays() {
    assertThat(run("letter", "1")).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("Dear Hiring Team at Brightbank,", "I rebuilt the settlement service in Java.");
    assertThat(err.toString()).contains("A draft to finish: 1 place in brackets");
  }

  @Test
  void whatALetterInventsIsNamed() throws Exception {
    Path letter =
        Files.writeString(
            folder.resolve("letter.txt"),
            """
            Dear Ms Okafor,

            I rebuilt the settlement service in Java. I have run Kubernetes in production for years.

            Kind regards,
            Alex Rivera
            """);
    assertThat(run("letter", "1", "--check", letter.toString())).isEqualTo(ExitCode.PARTLY);
    assertThat(err.toString()).contains("\"Kubernetes\": Your résumé does not mention");
    assertThat(run("letter", "1", "--check", letter.toString(), "--json")).isEqualTo(3);
    assertThat(out.toString())
        .contains("\"kind\":\"skill\"", "\"supported\":false", "\"supported\":true");
  }

  @Test
  void withoutAModelThereIsNobodyToChangeALetter() {
    assertThat(run("letter", "1", "--refine", "shorter")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("Job \"1\" has no letter that could be changed.");
    assertThat(run("letter", "1", "--refine", "shorter", "--no-model"))
        .isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run("letter", "1", "--language", "xx")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("Language \"xx\": expected en or de");
  }

  @Test
  void anUnknownJobIsSaid() {
    assertThat(run("letter", "99")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("There is no job \"99\". See: peregrine jobs list");
  }
}
