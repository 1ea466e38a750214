package dev.peregrine.host.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With commands that stand in for those of the operating systems. */
class KeyringTest {

  private static final String SECRET_TOOL =
      """
      #!/bin/sh
      echo "$@" >> "$0.calls"
      case $1 in
        store) cat > "$0.kept" ;;
        lookup) test -f "$0.kept" && cat "$0.kept" ;;
        clear) rm -f "$0.kept" ;;
      esac
      """;

  private static final String SECURITY =
      """
      #!/bin/sh
      echo "$@" >> "$0.calls"
      if [ "$1" = -i ]; then sed -n 's/.* -w //p' > "$0.kept"; exit 0; fi
      test -f "$0.kept" || exit 44
      if [ "$1" = delete-generic-password ]; then rm -f "$0.kept"; exit 0; fi
      cat "$0.kept"
      """;

  @TempDir Path home;
  private Path folder;

  @BeforeEach
  void begin() throws IOException {
    folder = Files.createDirectories(home.resolve("bin"));
  }

  private Path standIn(String name, String script) throws IOException {
    Path command = Files.writeString(folder.resolve(name), script);
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
    return command;
  }

  private SecretStore store(String system) {
    // The stand-in finds cat and sed on its own path.
    return new SecretStore(
        new SecretKeys(home, Map.of("PATH", folder.toString()), system, new SecureRandom()),
        Map.of(),
        new SecureRandom(),
        InstantSource.system());
  }

  private void put(SecretStore store) {
    new Tenant("local", home).run(() -> store.put("a", "the-secret"));
  }

  private Optional<String> value(SecretStore store) {
    return new Tenant("local", home).calling(() -> store.value("a"));
  }

  @Test
  void onLinuxTheDesktopsKeyringHasTheKeyAndNoArgumentShowsIt() throws IOException {
    Path command = standIn("secret-tool", SECRET_TOOL);
    put(store("Linux"));

    assertThat(value(store("Linux"))).contains("the-secret");
    assertThat(home.resolve("keys")).doesNotExist();
    String key = Files.readString(Path.of(command + ".kept")).strip();
    assertThat(MasterKey.of(key)).isPresent();
    assertThat(Files.readString(Path.of(command + ".calls"))).doesNotContain(key);
  }

  @Test
  void onMacTheKeychainHasTheKeyAndNoArgumentShowsIt() throws IOException {
    Path command = standIn("security", SECURITY);
    put(store("Mac OS X"));

    assertThat(value(store("Mac OS X"))).contains("the-secret");
    assertThat(home.resolve("keys")).doesNotExist();
    assertThat(Files.readString(Path.of(command + ".calls")))
        .doesNotContain(Files.readString(Path.of(command + ".kept")).strip());
  }

  @Test
  void whoeverDeletesEverythingLeavesNoKeyInTheKeyring() throws IOException {
    Path linux = standIn("secret-tool", SECRET_TOOL);
    put(store("Linux"));
    assertThat(store("Linux").forgetKey()).isEmpty();
    assertThat(Path.of(linux + ".kept")).doesNotExist();
    assertThat(store("Linux").forgetKey()).as("a second time").isEmpty();

    Files.delete(home.resolve("data/secrets.sealed"));
    Path mac = standIn("security", SECURITY);
    put(store("Mac OS X"));
    assertThat(store("Mac OS X").forgetKey()).isEmpty();
    assertThat(Path.of(mac + ".kept")).doesNotExist();
  }

  @Test
  void aKeyThatStaysInTheKeyringIsSaid() throws IOException {
    Path command = standIn("secret-tool", SECRET_TOOL);
    put(store("Linux"));
    Files.writeString(command, SECRET_TOOL.replace("rm -f \"$0.kept\"", "echo locked >&2; exit 1"));
    assertThat(store("Linux").forgetKey().orElseThrow())
        .contains("the keyring of your desktop", "(locked)", "remove the entry");
  }

  @Test
  void aKeyringThatRefusesLeavesTheKeyToTheFile() throws IOException {
    standIn("secret-tool", "#!/bin/sh\necho 'Cannot autolaunch D-Bus' >&2\nexit 1\n");
    put(store("Linux"));
    assertThat(home.resolve("keys/secrets.key")).exists();
    assertThat(value(store("Linux"))).contains("the-secret");
  }

  @Test
  void aKeyringThatKeepsNothingLeavesTheKeyToTheFile() throws IOException {
    standIn("secret-tool", "#!/bin/sh\nexit 0\n");
    put(store("Linux"));
    assertThat(home.resolve("keys/secrets.key")).exists();
  }

  @Test
  void aKeyInTheFileIsStillFoundWhenThereIsAKeyringLater() throws IOException {
    put(store("Linux"));
    standIn("secret-tool", SECRET_TOOL);
    assertThat(value(store("Linux"))).contains("the-secret");
  }

  @Test
  void aLockedKeyringIsSaidAndNoOtherKeyIsMade() throws IOException {
    standIn("secret-tool", SECRET_TOOL);
    put(store("Linux"));
    standIn("secret-tool", "#!/bin/sh\necho 'The keyring is locked' >&2\nexit 1\n");
    assertThatExceptionOfType(SecretException.class)
        .isThrownBy(() -> value(store("Linux")))
        .withMessageContaining("the keyring of your desktop did not open (The keyring is locked)");
    assertThatExceptionOfType(SecretException.class).isThrownBy(() -> put(store("Linux")));
    assertThat(home.resolve("keys")).doesNotExist();
  }

  @Test
  void whoWantsNoKeyringIsNotAsked() throws IOException {
    standIn("secret-tool", SECRET_TOOL);
    var environment = Map.of("PATH", folder.toString(), "PEREGRINE_KEYRING", "off");
    put(TestSecrets.in(home, environment));
    assertThat(home.resolve("keys/secrets.key")).exists();
    assertThat(folder.resolve("secret-tool.calls")).doesNotExist();
  }
}
