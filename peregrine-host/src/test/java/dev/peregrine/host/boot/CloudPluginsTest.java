package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.sessions.Tokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For strangers only those plugins run that whoever runs the program wrote down. */
class CloudPluginsTest {

  @TempDir Path folder;

  private boolean works() throws Exception {
    try (var cloud = new Cloud(folder, Map.of())) {
      Cloud.Person ann = cloud.person(Tokens.ANN);
      assertThat(ann.get("/plugins").statusCode()).isEqualTo(200);
      return ann.get("/plugins").body().contains("exporter-days");
    }
  }

  @Test
  void aJarThatIsNotOnTheListDoesNotRunAndOneWithAnotherContentNeither() throws Exception {
    Path jar = Files.createDirectories(folder.resolve("home/plugins")).resolve("exporter-days.jar");
    CalendarJar.write(jar);
    assertThat(works()).as("no list").isFalse();

    Path list = Files.createDirectories(folder.resolve("home/config")).resolve("plugins.sha256");
    String hash =
        HexFormat.of()
            .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
    Files.writeString(list, "0".repeat(64) + "  exporter-days.jar\n");
    assertThat(works()).as("listed with another hash").isFalse();
    Files.writeString(list, hash + "  exporter-days.jar\n");
    assertThat(works()).as("listed").isTrue();
  }
}
