package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.storage.HomeLock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a script uses them: exit codes, results, and sentences. */
class BackupCommandTest {

  @TempDir Path folder;
  private Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void configure() throws Exception {
    home = folder.resolve("home");
    Files.createDirectories(home.resolve("config"));
    Files.writeString(home.resolve("config/blocklist.yaml"), "companies: []\n");
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    var all = new ArrayList<>(List.of("backup"));
    all.addAll(List.of(arguments));
    all.add("--home=" + home);
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
  }

  @Test
  void madeListedCheckedAndRestored() throws Exception {
    assertThat(run("create")).isZero();
    String name = Path.of(out.toString().strip()).getFileName().toString();
    assertThat(run("list", "--json")).isZero();
    assertThat(out.toString()).contains("\"name\":\"" + name + "\"", "\"encrypted\":false");
    assertThat(run("verify", name)).isZero();
    assertThat(out.toString()).contains("All checksums are right.");
    Files.writeString(home.resolve("config/blocklist.yaml"), "companies: [x]\n");
    assertThat(run("restore", "--dry-run", name)).isZero();
    assertThat(out.toString()).contains("replace  config/blocklist.yaml");
    assertThat(home.resolve("config/blocklist.yaml")).hasContent("companies: [x]");
    assertThat(run("restore", name)).isZero();
    assertThat(err.toString()).contains("Restored backup", "peregrine backup restore before-");
    assertThat(home.resolve("config/blocklist.yaml")).hasContent("companies: []");
  }

  @Test
  void madeAndCheckedWhilePeregrineRunsButNotRestored() throws Exception {
    try (HomeLock running = HomeLock.take(home.resolve("data"))) {
      String file = folder.resolve("mine.zip").toString();
      assertThat(run("create", file)).isZero();
      assertThat(run("verify", file)).isZero();
      assertThat(run("restore", file)).isEqualTo(ExitCode.FAILED);
      assertThat(err.toString())
          .contains("Another Peregrine already runs", "Or restore on its page Settings → Backup");
    }
  }

  @Test
  void aPassphraseComesFromAFile() throws Exception {
    Path phrase = Files.writeString(folder.resolve("phrase"), "correct horse battery\n");
    String file = folder.resolve("locked.zip").toString();
    assertThat(run("create", file, "--passphrase-file", phrase.toString())).isZero();
    assertThat(err.toString()).contains("encrypted, with keys and passwords");
    assertThat(run("verify", file)).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("is encrypted", "--passphrase-file");
    assertThat(run("verify", file, "--passphrase-file", phrase.toString())).isZero();
    Files.writeString(phrase, "another passphrase\n");
    assertThat(run("verify", file, "--passphrase-file", phrase.toString()))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("The passphrase does not open \"locked.zip\"");
    assertThat(run("verify", file, "--passphrase-file", "nowhere")).isEqualTo(ExitCode.WRONG_USAGE);
  }

  @Test
  void whatIsNoBackupIsSaidInASentence() {
    assertThat(run("verify", "nothing.zip")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).startsWith("There is no backup \"nothing.zip\".");
    assertThat(run("list")).isZero();
    assertThat(err.toString()).contains("No backups yet");
  }
}
