package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.integration.Notice;
import dev.peregrine.api.integration.Notifier;
import dev.peregrine.host.http.LocalServer;
import dev.peregrine.host.integrations.Connection;
import dev.peregrine.host.integrations.Doing;
import dev.peregrine.host.integrations.Integrations;
import dev.peregrine.host.integrations.Trouble;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
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
        .endsWith(
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

  private String ring() throws Exception {
    return world.as(
        () ->
            integrations.call(
                BELL,
                Notifier.class,
                Duration.ofSeconds(20),
                (bell, context) -> {
                  bell.send(Notice.of("n", Notice.Event.TEST, "Hello", "", World.NOW), context);
                  return "rung";
                }));
  }

  private Connection bell() throws Exception {
    return world.as(() -> integrations.byKey(BELL)).orElseThrow();
  }

  @Test
  void whyItFailsIsKeptUntilSomethingSucceeds() throws Exception {
    connect();
    status = 503;
    assertThatThrownBy(this::ring).hasMessage("Village bell answered with 503.");
    assertThat(bell().trouble())
        .contains(new Trouble(World.NOW, true, "Village bell answered with 503."));
    status = 401;
    assertThatThrownBy(this::ring).hasMessageContaining("revoked");
    assertThat(bell().trouble().orElseThrow().passes()).isFalse();
    status = 200;
    assertThat(ring()).isEqualTo("rung");
    assertThat(bell().trouble()).isEmpty();
    status = 401;
    assertThatThrownBy(() -> world.as(() -> integrations.test(BELL)))
        .hasMessageContaining("revoked");
    assertThat(bell().trouble()).isPresent();
    status = 200;
    connect();
    assertThat(bell().trouble()).isEmpty();
  }

  @Test
  void aTrialOfOneThatIsNotConnectedLeavesNothing() throws Exception {
    status = 401;
    assertThatThrownBy(this::connect).hasMessageContaining("revoked");
    assertThat(bell().trouble()).isEmpty();
    assertThatThrownBy(this::ring)
        .hasMessage("Village bell is not connected. Connect it under Settings → Integrations.");
    assertThat(bell().trouble()).isEmpty();
  }

  @Test
  void disconnectingCanBeUndoneWithWhatItNoted() throws Exception {
    connect();
    ring();
    var gone = new ArrayList<String>();
    integrations.whenGone(gone::add);
    assertThat(world.as(() -> integrations.undo(BELL))).isFalse();
    world.tenant.run(() -> integrations.disconnect(BELL));
    assertThat(gone).containsExactly(BELL);
    assertThat(bell().isConnected()).isFalse();
    assertThat(notes()).isZero();
    assertThat(world.as(() -> integrations.undo(BELL))).isTrue();
    assertThat(bell().reached()).isEqualTo("The bell hangs on rope \"two\".");
    assertThat(notes()).isEqualTo(2);
    assertThat(ring()).isEqualTo("rung");
    assertThat(world.as(() -> integrations.undo(BELL))).isFalse();
  }

  private int notes() throws Exception {
    try (var database =
            DriverManager.getConnection(
                "jdbc:sqlite:" + world.tenant.data().resolve("staging.db"));
        var statement = database.createStatement();
        var rows = statement.executeQuery("SELECT COUNT(*) FROM integration_notes")) {
      return rows.getInt(1);
    }
  }

  @Test
  void forgettingOneForgetsItsSettingsAndSecrets() throws Exception {
    connect();
    assertThat(world.as(() -> world.secrets.names())).contains("plugins/integration/bell/token");
    world.tenant.run(() -> integrations.forget(BELL));
    assertThat(world.as(() -> integrations.undo(BELL))).isFalse();
    assertThat(world.as(() -> world.secrets.names()))
        .doesNotContain("plugins/integration/bell/token");
    assertThatThrownBy(() -> world.as(() -> integrations.test(BELL)))
        .hasMessageContaining("Village bell needs \"Rope\"");
  }
}
