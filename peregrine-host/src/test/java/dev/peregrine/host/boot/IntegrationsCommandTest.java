package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Integrations from the command line. */
class IntegrationsCommandTest {

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void aPlugin() throws Exception {
    IntegrationJar.bell(folder);
    Path jar = folder.resolve("shipped/integration-bell-1.0.0.jar");
    assertThat(run("plugin", "install", jar.toString())).as(err.toString()).isZero();
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
  void theListSaysHowEachStands() {
    assertThat(run("integrations", "list")).isZero();
    assertThat(out.toString()).containsPattern("bell +Village bell +not_connected");
    assertThat(run("integrations", "list", "--json")).isZero();
    assertThat(out.toString().lines())
        .contains(
            "{\"key\":\"bell\",\"name\":\"Village bell\",\"state\":\"not_connected\",\"connected\":null,\"reached\":null,\"trouble\":null,\"trouble_since\":null,\"does\":[]}");
  }

  @Test
  void oneThatDoesNotWorkSaysWhy() {
    assertThat(run("integrations", "test", "bell")).isEqualTo(1);
    assertThat(err.toString()).contains("Village bell needs \"Rope\"");
    assertThat(run("integrations", "test", "integration/bell", "--json")).isEqualTo(1);
    assertThat(out.toString()).contains("\"works\":false", "needs \\\"Rope\\\"");
    assertThat(run("integrations", "test", "gong")).isEqualTo(2);
    assertThat(err.toString()).contains("Integration \"gong\": expected one of bell");
  }
}
