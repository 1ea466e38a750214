package dev.peregrine.host.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretStoreTest {

  private static final String SECRET = "correct-horse-battery";
  private static final String ONE = Base64.getEncoder().encodeToString(new byte[32]);
  private static final String OTHER = Base64.getEncoder().encodeToString(bytes());

  @TempDir Path home;

  private static byte[] bytes() {
    var bytes = new byte[32];
    bytes[0] = 1;
    return bytes;
  }

  private <T> T as(String tenant, Callable<T> work) {
    try {
      return new Tenant(tenant, home.resolve(tenant)).call(work);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private <T> T local(Callable<T> work) {
    return as("", work);
  }

  private void put(SecretStore store, String name, String value) {
    local(
        () -> {
          store.put(name, value);
          return name;
        });
  }

  private Path key() {
    return home.resolve("keys/secrets.key");
  }

  private Path sealed() {
    return home.resolve("data/secrets.sealed");
  }

  @Test
  void aSecretOutlivesTheProgramAndStandsInNoFile() throws IOException {
    put(TestSecrets.in(home), "mail/password", SECRET);

    assertThat(local(() -> TestSecrets.in(home).value("mail/password"))).contains(SECRET);
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(SECRET)
            .doesNotContain(
                Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8)));
      }
    }
  }

  @Test
  void onlyTheOwnerReadsTheKeyAndTheSealedValues() throws IOException {
    put(TestSecrets.in(home), "mail/password", SECRET);
    for (Path file : new Path[] {key(), sealed()}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .as(file.toString())
          .isEqualTo("rw-------");
    }
    assertThat(key()).doesNotHave(under(home.resolve("data")));
  }

  private static org.assertj.core.api.Condition<Path> under(Path folder) {
    return new org.assertj.core.api.Condition<>(path -> path.startsWith(folder), "under a folder");
  }

  @Test
  void theSameValueIsSealedDifferentlyEachTime() throws IOException {
    SecretStore store = TestSecrets.in(home);
    put(store, "a", SECRET);
    put(store, "b", SECRET);
    String first = Files.readString(sealed());
    put(store, "a", SECRET);
    assertThat(Files.readString(sealed())).isNotEqualTo(first);
    var sealedValues = first.lines().skip(3).map(line -> line.substring(2)).toList();
    assertThat(sealedValues).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void aLostKeyIsSaidAndNothingIsOverwritten() throws IOException {
    put(TestSecrets.in(home), "mail/password", SECRET);
    byte[] before = Files.readAllBytes(sealed());
    String key = Files.readString(key());
    Files.delete(key());

    SecretStore store = TestSecrets.in(home);
    assertThatExceptionOfType(SecretException.class)
        .isThrownBy(() -> local(() -> store.value("mail/password")))
        .withMessageContaining("The key that opens your stored secrets is not there")
        .withMessageContaining("there is no file")
        .withMessageContaining("Put it back");
    assertThatExceptionOfType(SecretException.class).isThrownBy(() -> put(store, "other", "value"));
    assertThat(local(() -> store.isSet("mail/password"))).isTrue();
    assertThat(Files.readAllBytes(sealed())).isEqualTo(before);
    assertThat(key()).doesNotExist();

    Files.writeString(key(), key);
    assertThat(local(() -> store.value("mail/password"))).contains(SECRET);
  }

  @Test
  void aLostKeyCanBeGivenUpAndTheFileIsKeptAside() throws IOException {
    put(TestSecrets.in(home), "mail/password", SECRET);
    Files.delete(key());
    SecretStore store = TestSecrets.in(home);

    Path aside = local(store::beginAnew).orElseThrow();
    put(store, "mail/password", "another-secret");

    assertThat(aside).exists();
    assertThat(local(() -> TestSecrets.in(home).value("mail/password"))).contains("another-secret");
  }

  @Test
  void theKeyOfTheEnvironmentIsUsedAndNeverPassedOver() {
    Map<String, String> right = Map.of("PEREGRINE_SECRET_KEY", ONE);
    put(TestSecrets.in(home, right), "mail/password", SECRET);

    assertThat(key()).doesNotExist();
    assertThat(local(() -> TestSecrets.in(home, right).value("mail/password"))).contains(SECRET);
    assertThatExceptionOfType(SecretException.class)
        .isThrownBy(
            () ->
                local(
                    () ->
                        TestSecrets.in(home, Map.of("PEREGRINE_SECRET_KEY", OTHER))
                            .value("mail/password")))
        .withMessageContaining("another key than the one that PEREGRINE_SECRET_KEY names")
        .withMessageNotContaining(OTHER);
    assertThatExceptionOfType(SecretException.class)
        .isThrownBy(
            () -> put(TestSecrets.in(home, Map.of("PEREGRINE_SECRET_KEY", "hunter2")), "a", "b"))
        .withMessageContaining("openssl rand -base64 32")
        .withMessageNotContaining("hunter2");
  }

  @Test
  void theKeyMayComeFromAFileThatTheEnvironmentNames() throws IOException {
    Path mounted = Files.writeString(home.resolve("mounted"), ONE + "\n");
    var environment = Map.of("PEREGRINE_SECRET_KEY_FILE", mounted.toString());
    put(TestSecrets.in(home, environment), "mail/password", SECRET);
    assertThat(local(() -> TestSecrets.in(home, environment).value("mail/password")))
        .contains(SECRET);

    Files.delete(mounted);
    assertThatExceptionOfType(SecretException.class)
        .isThrownBy(() -> local(() -> TestSecrets.in(home, environment).value("mail/password")))
        .withMessageContaining(mounted.toString());
  }

  @Test
  void aVariableIsLookedUpWhenItIsUsed() {
    SecretStore store = TestSecrets.in(home, Map.of("MY_TOKEN", "from-outside"));
    put(store, "mail/password", "${MY_TOKEN}");
    put(store, "other", "${MISSING}");

    assertThat(local(() -> store.value("mail/password"))).contains("from-outside");
    assertThat(local(() -> store.variable("mail/password"))).contains("MY_TOKEN");
    assertThatExceptionOfType(SecretException.class)
        .isThrownBy(() -> local(() -> store.value("other")))
        .withMessageContaining("the variable \"MISSING\", which is not set");
  }

  @Test
  void theKeyItselfIsNotGivenAway() {
    SecretStore store = TestSecrets.in(home, Map.of("PEREGRINE_SECRET_KEY", ONE));
    put(store, "mail/password", "${PEREGRINE_SECRET_KEY}");
    assertThatExceptionOfType(SecretException.class)
        .isThrownBy(() -> local(() -> store.value("mail/password")));
  }

  @Test
  void tenantsDoNotSeeEachOthersSecretsEvenIfTheirFilesAreSwapped() throws IOException {
    SecretStore store = TestSecrets.in(home);
    for (String tenant : new String[] {"ada", "bob"}) {
      as(
          tenant,
          () -> {
            store.put("mail/password", "of-" + tenant);
            return tenant;
          });
    }
    assertThat(as("ada", () -> store.value("mail/password"))).contains("of-ada");
    String foreign = Files.readAllLines(home.resolve("bob/data/secrets.sealed")).getLast();
    Path file = home.resolve("ada/data/secrets.sealed");
    var lines = new java.util.ArrayList<>(Files.readAllLines(file));
    lines.set(3, foreign);
    Files.write(file, lines);
    assertThatExceptionOfType(SecretException.class)
        .isThrownBy(() -> as("ada", () -> store.value("mail/password")))
        .withMessageContaining("changed by something other");
  }

  @Test
  void aDamagedFileIsSaidAndLeftAlone() throws IOException {
    put(TestSecrets.in(home), "mail/password", SECRET);
    String before = Files.readString(sealed());
    Files.writeString(sealed(), before.substring(0, 50));
    assertThatExceptionOfType(SecretException.class)
        .isThrownBy(() -> put(TestSecrets.in(home), "a", "b"))
        .withMessageContaining("is damaged or was written by a newer Peregrine");
    assertThat(Files.readString(sealed())).isEqualTo(before.substring(0, 50));
  }

  @Test
  void aForgottenSecretIsGoneWithoutTheKey() throws IOException {
    SecretStore store = TestSecrets.in(home);
    put(store, "a", SECRET);
    put(store, "b", SECRET);
    Files.delete(key());
    local(
        () -> {
          TestSecrets.in(home).remove("a");
          return "";
        });
    assertThat(local(() -> TestSecrets.in(home).names())).containsExactly("b");
  }
}
