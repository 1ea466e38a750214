package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.host.storage.Deadline;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People's databases in a Peregrine for many. */
final class CloudFilesTest {

  private static final String ANNA = "3f2b8c1e-5d4a-4e6f-8a7b-9c0d1e2f3a4b";
  private static final String BEN = "11111111-2222-4333-8444-555555555555";
  private static final String OLD = "1: the first secret, long enough to be one\n";
  private static final String NEW = OLD + "2: the second secret, long enough to be one\n";

  @TempDir Path folder;

  @Test
  void keysChangeWhileTheServerServesAndPeopleNoticeNothing() throws Exception {
    Path secrets = Files.writeString(folder.resolve("secrets"), OLD);
    Map<String, String> more =
        Map.of("CF_SERVER_SECRET", "", "CF_SERVER_SECRETS_FILE", secrets.toString());
    try (var cloud = new Cloud(folder, more)) {
      Path annas = cloud.folder(ANNA).resolve("data/staging.db");
      Path bens = cloud.folder(BEN).resolve("data/staging.db");
      assertThat(cloud.person(ANNA).get("/settings/never").statusCode()).isEqualTo(200);
      assertThat(cloud.person(BEN).get("/settings/never").statusCode()).isEqualTo(200);
      assertThat(version(annas)).isEqualTo(1);
      assertThat(version(bens)).isEqualTo(1);

      Files.writeString(secrets, NEW);
      var messages = new StringWriter();
      var environment = new HashMap<>(Cloud.environment(cloud.root));
      environment.putAll(more);
      int exit =
          new CloudCommand.RotateKeysCommand()
              .rotate(
                  Cloud.installation(folder, environment, () -> Cloud.NOW, Optional.empty()),
                  new Output(new PrintWriter(messages, true), new PrintWriter(messages, true)));
      assertThat(exit).isEqualTo(ExitCode.DONE);
      assertThat(messages.toString())
          .contains("2 of 2 people", "All files of 2 people are encrypted with the newest secret");
      Deadline.until(() -> version(annas) == 2 && version(bens) == 2);
      assertThat(cloud.person(ANNA).get("/settings/never").statusCode()).isEqualTo(200);
    }
    Files.writeString(secrets, "2: the second secret, long enough to be one\n");
    try (var cloud = new Cloud(folder, more)) {
      assertThat(cloud.person(BEN).get("/settings/never").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void withTheWrongSecretNobodyGetsInAndNothingIsChanged() throws Exception {
    Path annas;
    try (var cloud = new Cloud(folder, Map.of())) {
      annas = cloud.folder(ANNA).resolve("data/staging.db");
      assertThat(cloud.person(ANNA).get("/settings/never").statusCode()).isEqualTo(200);
    }
    byte[] before = Files.readAllBytes(annas);
    try (var cloud =
        new Cloud(folder, Map.of("CF_SERVER_SECRET", "some other secret that is long enough"))) {
      var answer = cloud.person(ANNA).get("/settings/never");
      assertThat(answer.statusCode()).isGreaterThanOrEqualTo(500);
      assertThat(answer.body())
          .contains("with a key that this server does not have")
          .doesNotContain("some other secret", folder.toString(), "secret of version");
      assertThat(cloud.person(BEN).get("/settings/never").statusCode()).isEqualTo(200);
    }
    assertThat(Files.readAllBytes(annas)).isEqualTo(before);
  }

  @Test
  void withoutASecretItDoesNotStart() {
    assertThatThrownBy(() -> new Cloud(folder, Map.of("CF_SERVER_SECRET", "")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("CF_SERVER_SECRET (or CF_SERVER_SECRETS_FILE) is missing");
    assertThatThrownBy(() -> new Cloud(folder, Map.of("CF_SERVER_SECRET", "short")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("has 5 characters, expected 32 or more");
    assertThatThrownBy(() -> new Cloud(folder, Map.of("CF_SERVER_SECRETS_FILE", "/nowhere")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("are both set");
  }

  /** As the open bytes at the beginning of the file say it. */
  private static int version(Path file) {
    try (var in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(6);
      assertThat(new String(start, 0, 3, StandardCharsets.US_ASCII)).isEqualTo("PGN");
      return Byte.toUnsignedInt(start[4]) * 256 + Byte.toUnsignedInt(start[5]);
    } catch (java.io.IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }
}
