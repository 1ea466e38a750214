package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LlmCommandTest {

  @TempDir Path home;

  @Test
  void aListOfNothingSaysThatNothingIsSetUp() {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Main.run(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            "llm",
            "list",
            "--home=" + home);
    assertThat(code).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).isBlank();
    assertThat(err.toString())
        .contains("No language model is set up. Add one under Settings → Models");
  }
}
