package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code doctor} says, and what it does where Peregrine cannot even be opened. */
class DoctorTest {

  @TempDir private Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int doctor(String... more) {
    var arguments = new ArrayList<>(List.of("doctor", "--home", home.toString()));
    arguments.addAll(List.of(more));
    return Main.run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
  }

  private JsonNode check(String name) {
    return out.toString()
        .lines()
        .map(line -> JsonMapper.shared().readTree(line))
        .filter(line -> line.get("check").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anEmptyHomeIsFine() {
    assertThat(doctor("--json")).isEqualTo(ExitCode.DONE);
    for (String name : List.of("java", "home", "disk", "browser", "database")) {
      assertThat(check(name).get("state").asString()).as(name).isEqualTo("fine");
      assertThat(check(name).get("message").asString()).as(name).isNotBlank();
    }
    assertThat(check("database").get("message").asString()).isEqualTo("It opens, with 0 jobs.");
    // Where the look takes more than a second, lines about it come before.
    assertThat(err.toString()).endsWith("All is well." + System.lineSeparator());
  }

  @Test
  void withoutJsonItIsATable() {
    assertThat(doctor()).isEqualTo(ExitCode.DONE);
    assertThat(out.toString().lines()).anyMatch(line -> line.matches("database +fine +It opens.*"));
  }

  @Test
  void aDatabaseThatIsNoneIsNamedAndTheRestIsStillLookedAt() throws Exception {
    Files.createDirectories(home.resolve("data"));
    Files.writeString(home.resolve("data/staging.db"), "This is no database.".repeat(200));
    assertThat(doctor("--json")).isEqualTo(ExitCode.PARTLY);
    assertThat(check("database").get("needs_attention").asBoolean()).isTrue();
    assertThat(check("java").get("state").asString()).isEqualTo("fine");
  }

  @Test
  void aMistakeInAFileIsNamedWithoutItsSecret() throws Exception {
    Files.createDirectories(home.resolve("config"));
    Files.writeString(
        home.resolve("config/network.yaml"), "# proxy\nproxy: ftp://ada:s3cret@proxy\n");
    assertThat(doctor("--json")).isEqualTo(ExitCode.PARTLY);
    assertThat(check("configuration").get("message").asString())
        .contains("network.yaml", "2", "proxy is no address of a proxy")
        .doesNotContain("s3cret");
  }

  @Test
  void theProxyOfTheEnvironmentCountsWhereTheFileNamesNone() {
    assertThat(Installation.proxy(Map.of())).isEmpty();
    assertThat(Installation.proxy(Map.of("https_proxy", "proxy:3128"))).isPresent();
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> Installation.proxy(Map.of("HTTPS_PROXY", "ftp://ada:s3cret@x")))
        .withMessageStartingWith("Variable HTTPS_PROXY is no address of a proxy")
        .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("s3cret"));
  }
}
