package dev.peregrine.host.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlocklistFileTest {

  @TempDir Path home;
  private final BlocklistFile blocklist = new BlocklistFile();
  private Path file;

  @BeforeEach
  void folder() throws IOException {
    file = home.resolve("config/blocklist.yaml");
    Files.createDirectories(file.getParent());
  }

  @Test
  void noFileBlocksNothing() throws Exception {
    assertThat(current()).isEqualTo(Blocklist.NONE);
  }

  @Test
  void savingKeepsCommentsAndOtherEntries() throws Exception {
    Files.writeString(file, "# mine\ncompanies:\n  - jobgether   # spam\nextra: 1\n");
    save(new Blocklist(List.of("jobgether", "Example AG"), List.of(), List.of("Moon")));
    assertThat(current().companies()).containsExactly("jobgether", "Example AG");
    assertThat(current().locations()).containsExactly("Moon");
    assertThat(file).content().startsWith("# mine\n").contains("extra: 1\n");
  }

  @Test
  void aFileThatCannotBeReadIsLeftAlone() throws Exception {
    Files.writeString(file, "companies: [a\nlocations: b\n");
    assertThatThrownBy(() -> save(new Blocklist(List.of("x"), List.of(), List.of())))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("config/blocklist.yaml, line 2: ");
    assertThat(file).hasContent("companies: [a\nlocations: b\n");
  }

  @Test
  void theCommittedExampleIsReadable() throws Exception {
    Files.copy(Path.of("../config/blocklist.yaml.example"), file);
    assertThat(current().companies()).containsExactly("Example Staffing Agency");
  }

  private Blocklist current() throws Exception {
    return new Tenant("t", home).call(blocklist::current);
  }

  private void save(Blocklist list) {
    new Tenant("t", home).run(() -> blocklist.save(list));
  }
}
