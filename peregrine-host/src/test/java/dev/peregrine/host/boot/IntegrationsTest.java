package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.host.http.LocalServer;
import dev.peregrine.host.integrations.Doing;
import dev.peregrine.host.integrations.Integrations;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connecting, trying and disconnecting, with a plugin whose service is on loopback. */
class IntegrationsTest {

  private static final String BELL = IntegrationJar.BELL;

  private World world;
  private Integrations integrations;
  private LocalServer village;
  private volatile int status = 200;

  @BeforeEach
  void start(@TempDir Path home) throws Exception {
    IntegrationJar.bell(home);
    village =
        LocalServer.answering(exchange -> LocalServer.reply(exchange, status, "text/plain", "two"));
    world = new World(home, 0, InstantSource.fixed(World.NOW), false);
    integrations = world.connecting.integrations();
  }

  @AfterEach
  void stop() {
    world.close();
    village.close();
  }

  private Map<String, String> settings() {
    return Map.of("base-url", village.at("").toString(), "rope", "two", "token", "t-1");
  }

  private String connect() throws Exception {
    return world.as(() -> integrations.connect(BELL, settings()));
  }

  @Test
  void whatAConnectedOneDoesIsSaidByThoseWhoHaveItDoSomething() throws Exception {
    integrations.add(
        key ->
            key.equals(BELL)
                ? List.of(Doing.of("Rang 3 times.", "/settings/notifications"))
                : List.of());
    integrations.add(key -> List.of(Doing.trouble("One waits.", "/today")));
    assertThat(world.as(() -> integrations.doings(BELL))).isEmpty();
    connect();
    assertThat(world.as(() -> integrations.doings(BELL)))
        .containsExactly(
            new Doing("Rang 3 times.", "/settings/notifications", false),
            new Doing("One waits.", "/today", true));
  }

  @Test
  void aLineOfWhatItDoesIsOneLineWithAPathOfThisProgram() {
    assertThatThrownBy(() -> Doing.of("two\nlines", "/today")).hasMessageContaining("one line");
    assertThatThrownBy(() -> Doing.of("x", "https://elsewhere.example"))
        .hasMessageContaining("a path of this program");
    assertThatThrownBy(() -> Doing.of("x", "//elsewhere.example"))
        .hasMessageContaining("a path of this program");
  }

  @Test
  void itIsConnectedOnceItsSettingsWork() throws Exception {
    status = 401;
    assertThatThrownBy(this::connect)
        .hasMessage("Village bell: the token was revoked (401). Enter a new one.");
    assertThat(world.as(integrations::connected)).isEmpty();
    status = 200;
    assertThat(connect()).isEqualTo("The bell hangs on rope \"two\".");
    assertThat(world.as(integrations::connected))
        .singleElement()
        .satisfies(bell -> assertThat(bell.name()).isEqualTo("Village bell"))
        .satisfies(bell -> assertThat(bell.connected()).contains(World.NOW));
  }
}
