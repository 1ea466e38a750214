package dev.peregrine.host.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.http.OutgoingOptions;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.secrets.TestSecrets;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.storage.Deadline;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskState;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Tenant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceSignInsTest {

  @TempDir Path home;
  private TokenServer server;
  private OutgoingHttp http;
  private Databases databases;
  private Tasks tasks;
  private OAuth oauth;
  private DeviceSignIns signIns;
  private Tenant tenant;
  private volatile Instant now = Instant.parse("2026-03-12T08:41:00Z");
  private volatile Runnable afterPause = () -> {};
  private final List<Duration> paused = new CopyOnWriteArrayList<>();

  @BeforeEach
  void start() throws Exception {
    server = new TokenServer();
    http = new OutgoingHttp(OutgoingOptions.usual(), () -> now);
    tenant = new Tenant("local", home);
    Files.createDirectories(tenant.data());
    databases = new Databases(Tasks.mappers(), () -> now);
    tasks = new Tasks(databases, new Live(), () -> now, Map.of());
    var secrets = TestSecrets.in(home);
    var clients = new RegisteredClients(List.of(server.microsoft()), secrets);
    oauth = new OAuth(clients, OAuthUse.MAIL, secrets, http, () -> now, new SecureRandom());
    tenant.run(() -> clients.keep("microsoft", TokenServer.CLIENT));
    signIns =
        new DeviceSignIns(
            DeviceSignIns.MAIL,
            oauth,
            tasks,
            time -> {
              paused.add(time);
              now = now.plus(time);
              afterPause.run();
            });
  }

  @AfterEach
  void stop() {
    tasks.close();
    http.close();
    databases.close();
    server.close();
  }

  private Task afterwards() throws Exception {
    return tenant.call(
        () -> {
          Deadline.until(() -> tasks.active().isEmpty());
          return tasks.recent(1).getFirst();
        });
  }

  @Test
  void thePersonTypesACodeInAndIsSignedIn() throws Exception {
    server.slowDown = true;
    DeviceSignIn sign = tenant.call(() -> signIns.begin("microsoft", "work"));
    assertThat(sign.userCode()).isEqualTo("MOOR-4711");
    assertThat(sign.page()).isEqualTo(server.at("/enter"));

    assertThat(afterwards().state()).isEqualTo(TaskState.COMPLETED);
    assertThat(tenant.call(() -> oauth.token("microsoft", "work"))).isEqualTo("access-1");
    assertThat(paused)
        .as("a server that says so is asked less often")
        .containsExactly(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10));
  }

  @Test
  void aCodeThatNobodyTypesInRunsOut() throws Exception {
    server.pending = Integer.MAX_VALUE;
    DeviceSignIn _ = tenant.call(() -> signIns.begin("microsoft", "work"));
    Task task = afterwards();
    assertThat(task.state()).isEqualTo(TaskState.FAILED);
    assertThat(task.error()).contains("ran out");
    assertThat(tenant.call(() -> signIns.waiting("work"))).isEmpty();
  }

  @Test
  void aProviderThatIsAwayForAMomentCostsNothing() throws Exception {
    server.down = true;
    server.pending = 0;
    afterPause = () -> server.down = paused.size() < 4;
    DeviceSignIn _ = tenant.call(() -> signIns.begin("microsoft", "work"));
    assertThat(afterwards().state()).isEqualTo(TaskState.COMPLETED);
  }

  @Test
  void theCodesStandInNoFile() throws Exception {
    server.pending = 0;
    DeviceSignIn _ = tenant.call(() -> signIns.begin("microsoft", "work"));
    Task task = afterwards();
    assertThat(task.title() + task.step() + task.result()).doesNotContain("device-1", "MOOR");
    assertThat(tenant.call(() -> tasks.recent(1)).toString()).doesNotContain("device-1");
  }
}
