package dev.peregrine.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.About;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.host.secrets.TestSecrets;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a version that kept secrets in the table left behind. */
class SecretsLeaveTheTableTest {

  private static final String SECRET = "correct-horse-battery";
  private static final String REPLACED = "staple-of-the-year-before";

  private static final BoardDescriptor BOARD =
      BoardDescriptor.feed(
          About.of("sample", "Sample", "")
              .withSettings(
                  new SettingSpec.Text("app", "App", "", false, java.util.Optional.empty()),
                  new SettingSpec.Secret("key", "Key", "", false)));

  @TempDir Path home;

  private <T> T local(Callable<T> work) throws Exception {
    return new Tenant("local", home).call(work);
  }

  @BeforeEach
  void formerVersion() throws Exception {
    Path file = home.resolve("data/staging.db");
    try (var databases = databases()) {
      local(() -> databases.current().read(mappers -> 1));
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      insert(statement, "app", "public-id", 0);
      insert(statement, "key", REPLACED.repeat(60), 1);
      statement.executeUpdate("DELETE FROM extension_settings WHERE key = 'key'");
      insert(statement, "key", SECRET, 1);
    }
    // The driver asks for generated keys after an insert and leaves that question open.
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      Path copy = home.resolve("data/backups/before-V005-1.db");
      Files.createDirectories(copy.getParent());
      statement.execute("VACUUM INTO '" + copy + "'");
    }
    assertThat(found(SECRET)).isTrue();
    assertThat(found(REPLACED)).isTrue();
  }

  private static void insert(Statement statement, String key, String value, int secret)
      throws Exception {
    statement.executeUpdate(
        "INSERT INTO extension_settings (extension, key, value, secret) VALUES ('board/sample', '%s', '%s', %d)"
            .formatted(key, value, secret));
  }

  private static Databases databases() {
    return new Databases(ExtensionSettings.mappers(), InstantSource.system());
  }

  private boolean found(String text) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void theyAreSealedAtFirstUseAndNoByteOfThemRemains() throws Exception {
    try (var databases = databases()) {
      var settings = new ExtensionSettings(databases, TestSecrets.in(home));
      local(
          () -> {
            assertThat(settings.secrets(BOARD)).containsExactly("key");
            assertThat(settings.of(BOARD, Map.of()).secret("key")).contains(SECRET);
            assertThat(settings.of(BOARD, Map.of()).text("app")).contains("public-id");
            return "";
          });
      assertThat(found(SECRET)).as("while it runs").isFalse();
      assertThat(found(REPLACED)).as("while it runs").isFalse();
    }
    assertThat(found(SECRET)).isFalse();
    assertThat(home.resolve("data/backups/before-V005-1.db")).exists();
    try (var databases = databases()) {
      var settings = new ExtensionSettings(databases, TestSecrets.in(home));
      assertThat(local(() -> settings.of(BOARD, Map.of()).secret("key"))).contains(SECRET);
    }
  }

  @Test
  void aNewSecretNeverTouchesTheDatabase() throws Exception {
    try (var databases = databases()) {
      var settings = new ExtensionSettings(databases, TestSecrets.in(home));
      local(
          () -> {
            settings.save(BOARD, Map.of("key", "a-brand-new-secret", "app", "other-id"));
            return "";
          });
      assertThat(found("a-brand-new-secret")).isFalse();
      assertThat(found("other-id")).isTrue();
    }
  }

  @Test
  void whereTheKeyIsWrongTheyStayInUseAndAreNotLost() throws Exception {
    Map<String, String> wrong = Map.of("PEREGRINE_SECRET_KEY", "no key");
    try (var databases = databases()) {
      var settings = new ExtensionSettings(databases, TestSecrets.in(home, wrong));
      assertThat(local(() -> settings.of(BOARD, Map.of()).secret("key"))).contains(SECRET);
    }
    try (var databases = databases()) {
      var settings = new ExtensionSettings(databases, TestSecrets.in(home));
      assertThat(local(() -> settings.of(BOARD, Map.of()).secret("key"))).contains(SECRET);
      assertThat(found(SECRET)).isFalse();
    }
  }
}
