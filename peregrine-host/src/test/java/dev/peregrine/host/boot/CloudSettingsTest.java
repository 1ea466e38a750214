package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.host.sessions.Tokens;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloudSettingsTest {

  @TempDir private Path folder;

  private Map<String, String> good() {
    return new HashMap<>(Cloud.environment(folder.resolve("people")));
  }

  private static void isRefused(Map<String, String> environment, String... sentences) {
    assertThatThrownBy(() -> CloudSettings.of(environment))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll(sentences);
  }

  @Test
  void whatIsNotSaidIsUsual() {
    CloudSettings settings = CloudSettings.of(good());
    assertThat(settings.port()).isEqualTo(8505);
    assertThat(settings.idle()).isEqualTo(Duration.ofMinutes(15));
    assertThat(settings.sessions().skew()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.sessions().issuer()).isEmpty();
    assertThat(settings.signIn()).contains(URI.create("https://account.example/login"));
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceAndNoSecretIs() {
    Map<String, String> environment = new HashMap<>();
    environment.put("CLOUD_DATA_ROOT", "people");
    environment.put("CLOUD_SESSION_SECRETS", "hush-hush");
    environment.put("CLOUD_PORT", "99999");
    environment.put("CLOUD_SIGN_IN_URL", "javascript:alert(1)");
    environment.put("CLOUD_IDLE_MINUTES", "-1");
    environment.put("CLOUD_PROXIES", "caddy 10.0.0.0/99");
    assertThatThrownBy(() -> CloudSettings.of(environment))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll(
            "CLOUD_DATA_ROOT",
            "CLOUD_SESSION_SECRETS: a secret of 9 bytes is too short",
            "CLOUD_PORT: \"99999\"",
            "CLOUD_SIGN_IN_URL",
            "CLOUD_IDLE_MINUTES",
            "\"caddy\"",
            "\"10.0.0.0/99\"",
            "CLOUD_PUBLIC_URL is missing",
            "docs/operating.md")
        .hasMessageNotContaining("hush");
  }

  @Test
  void withoutAnyKeyOrAnybodyWhoseWordCountsItDoesNotStart() {
    Map<String, String> keyless = good();
    keyless.remove("CLOUD_SESSION_SECRETS");
    isRefused(keyless, "no session can be checked");
    keyless.put("CLOUD_SESSION_JWKS_URL", "https://account.example/jwks");
    assertThat(CloudSettings.of(keyless).sessions().keys()).isPresent();
    Map<String, String> open = good();
    open.remove("CLOUD_PROXIES");
    isRefused(open, "CLOUD_PROXIES");
    open.put("CLOUD_PROXY_SECRET", "what the server in front sends along");
    assertThat(CloudSettings.of(open).proxy().secret()).isPresent();
  }

  @Test
  void secretsComeFromFilesSeveralAndEncoded() throws IOException {
    Map<String, String> environment = good();
    environment.remove("CLOUD_SESSION_SECRETS");
    environment.put("DIRECTUS_JWT_SECRET", Tokens.SECRET);
    Path file = folder.resolve("secrets");
    String encoded =
        "base64:"
            + Base64.getEncoder().encodeToString("x".repeat(40).getBytes(StandardCharsets.UTF_8));
    Files.writeString(file, "\n" + encoded + "\n\n" + "y".repeat(32) + "\n");
    environment.put("CLOUD_SESSION_SECRETS_FILE", file.toString());
    CloudSettings settings = CloudSettings.of(environment);
    assertThat(settings.sessions().secrets()).hasSize(3);
    assertThat(settings.sessions().secrets().getFirst().is("x".repeat(40))).isTrue();
    assertThat(settings.sessions().secrets().getLast().is(Tokens.SECRET)).isTrue();
    assertThat(settings.toString()).doesNotContain("xxx").doesNotContain(Tokens.SECRET);
    environment.put("CLOUD_SESSION_SECRETS", "z".repeat(32));
    isRefused(environment, "both set");
    environment.remove("CLOUD_SESSION_SECRETS");
    environment.put("CLOUD_SESSION_SECRETS_FILE", folder.resolve("none").toString());
    isRefused(environment, "cannot be read");
  }

  @Test
  void theModeIsAskedForInSoManyWords() {
    assertThat(CloudSettings.isAskedFor(Map.of())).isFalse();
    assertThat(CloudSettings.isAskedFor(Map.of("CLOUD_MODE", "false"))).isFalse();
    assertThat(CloudSettings.isAskedFor(Map.of("CLOUD_MODE", " True "))).isTrue();
    assertThatThrownBy(() -> CloudSettings.isAskedFor(Map.of("CLOUD_MODE", "yes")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("expected true or false");
  }

  @Test
  void aCommandNamesWhoseDataItWorksOn() throws IOException {
    assertThatThrownBy(() -> of(good(), Optional.empty()).ofCommands())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--tenant UUID");
    for (String odd :
        new String[] {"../x", "local", Tokens.ANN.toUpperCase(java.util.Locale.ROOT)}) {
      assertThatThrownBy(() -> of(good(), Optional.of(odd)).ofCommands())
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("expected a UUID");
    }
    assertThatThrownBy(() -> of(good(), Optional.of(Tokens.ANN)).ofCommands())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("nobody of that number was here yet");
    Path data =
        Files.createDirectories(
            folder.resolve("people").resolve(Tokens.ANN).resolve("peregrine/data"));
    assertThat(of(good(), Optional.of(Tokens.ANN)).ofCommands().data()).isEqualTo(data);
    assertThatThrownBy(() -> of(Map.of(), Optional.of(Tokens.ANN)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("one person's own");
  }

  private Mode of(Map<String, String> environment, Optional<String> tenant) {
    return Mode.of(Cloud.installation(folder, environment, InstantSource.fixed(World.NOW), tenant));
  }

  @Test
  void byHttpsCookiesAreForHttpsOnly() {
    Map<String, String> environment = good();
    environment.put("CLOUD_PUBLIC_URL", "https://jobs.example.org, https://work.example.org:8443");
    try (Mode mode = of(environment, Optional.empty())) {
      assertThat(mode.web(OptionalInt.empty()).https()).isTrue();
      assertThat(mode.web(OptionalInt.empty()).names())
          .containsExactlyInAnyOrder("jobs.example.org", "work.example.org");
      assertThat(mode.web(OptionalInt.of(9)).port()).isEqualTo(9);
    }
  }

  @Test
  void everyVariableIsInTheOperatorsGuide() throws IOException {
    Path boot = Path.of("src/main/java/dev/peregrine/host/boot");
    String guide = Files.readString(Path.of("../docs/operating.md"));
    try (Stream<Path> files = Files.list(boot)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        var names =
            Pattern.compile("\"((CLOUD|DIRECTUS|CF)_[A-Z_]+)\"").matcher(Files.readString(file));
        while (names.find()) {
          assertThat(guide).as("in docs/operating.md").contains("`" + names.group(1) + "`");
        }
      }
    }
  }
}
