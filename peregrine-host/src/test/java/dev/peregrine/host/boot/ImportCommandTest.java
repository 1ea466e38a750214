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

/** Moving in on the command line, as a script uses it. */
class ImportCommandTest {

  @TempDir Path folder;
  private Path old;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void make() throws Exception {
    old = Files.createDirectories(folder.resolve("old/config")).getParent();
    Files.writeString(old.resolve("config/blocklist.yaml"), "companies: [Globex]\n");
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    var all = new ArrayList<>(List.of("import", "old"));
    all.addAll(List.of(arguments));
    all.add("--home=" + folder.resolve("home"));
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
  }

  @Test
  void lookedAtThenBroughtThenThere() {
    assertThat(run(old.toString(), "--dry-run")).isZero();
    assertThat(out.toString()).contains("would come", "blocked words", "Kept for later");
    assertThat(folder.resolve("home/config/blocklist.yaml")).doesNotExist();
    assertThat(run(old.toString())).isZero();
    assertThat(folder.resolve("home/config/blocklist.yaml")).content().contains("Globex");
    assertThat(err.toString()).contains("peregrine backup restore peregrine-");
    assertThat(run(old.toString(), "--json")).isZero();
    assertThat(out.toString())
        .contains("\"dry_run\":false", "\"what\":\"blocked words\",\"found\":1,\"added\":0");
  }

  @Test
  void whatIsUnreadablePartlyOrWhollyIsInTheExitCode() throws Exception {
    Files.writeString(old.resolve("config/user.yaml"), "name: [\n");
    assertThat(run(old.toString(), "--dry-run")).isEqualTo(ExitCode.PARTLY);
    assertThat(out.toString()).contains("Not read:", "earlier/user.yaml");
    assertThat(run(folder.resolve("nowhere").toString())).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("There is no file or folder");
    assertThat(run()).isEqualTo(ExitCode.WRONG_USAGE);
  }
}
