package dev.peregrine.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.integration.Integration;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.api.integration.IntegrationDescriptor;
import dev.peregrine.api.integration.IntegrationDescriptor.ForNotifier;
import dev.peregrine.api.integration.Notice;
import dev.peregrine.api.integration.Notifier;
import dev.peregrine.api.integration.StateStore;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.http.OutgoingOptions;
import dev.peregrine.host.secrets.TestSecrets;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections that are no HTTP go where the person or the author said, and nowhere else. */
class LentConnectionsTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));

  @TempDir Path folder;
  private Databases databases;
  private OutgoingHttp http;
  private Contexts contexts;
  private ServerSocket server;

  /** A notifier as a plugin would bring it. */
  private static final class Sample implements Notifier {

    @Override
    public ForNotifier descriptor() {
      return ForNotifier.of(
          About.of("sample", "Sample", "")
              .withHosts("localhost")
              .withSettings(new SettingSpec.Text("host", "Server", "", true, Optional.empty())));
    }

    @Override
    public String test(IntegrationContext context) {
      return "";
    }

    @Override
    public void send(Notice notice, IntegrationContext context) {}
  }

  /** The sample notes nothing. */
  private static final class Unused implements StateStore {

    @Override
    public Optional<String> get(String key) {
      return Optional.empty();
    }

    @Override
    public void put(String key, String value) {}

    @Override
    public void remove(String key) {}
  }

  @BeforeEach
  void open() throws Exception {
    databases = new Databases(ExtensionSettings.mappers(), InstantSource.system());
    http = new OutgoingHttp(OutgoingOptions.usual(), CLOCK);
    contexts = new Contexts(http, new ExtensionSettings(databases, TestSecrets.in(folder)), CLOCK);
    server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
  }

  @AfterEach
  void close() throws Exception {
    server.close();
    http.close();
    databases.close();
  }

  private Socket connect(String entered, String host, int port) throws Exception {
    var instance = new Sample();
    var point =
        new ExtensionPoint<>(
            "integration", Integration.class, IntegrationDescriptor.class, Integration::descriptor);
    var sample = new Extension<Integration>(point, instance, instance.descriptor());
    return new Tenant("ada", folder)
        .call(
            () ->
                contexts
                    .integration(
                        sample,
                        Map.of("host", entered),
                        new Unused(),
                        AccessTokens.NONE,
                        new BoardListener() {})
                    .connect(host, port));
  }

  @Test
  void aServerThatThePersonEnteredIsReachedInsideTooAndTheLedgerSaysSo() throws Exception {
    try (Socket socket = connect("127.0.0.1", "127.0.0.1", server.getLocalPort())) {
      assertThat(socket.isConnected()).isTrue();
    }

    assertThat(http.ledger().of("ada"))
        .singleElement()
        .matches(entry -> entry.caller().equals("integration/sample"))
        .matches(entry -> entry.host().equals("127.0.0.1") && entry.status() == 200);
  }

  @Test
  void anotherServerIsRefused() {
    assertThatThrownBy(() -> connect("mail.falke.example", "127.0.0.1", server.getLocalPort()))
        .asInstanceOf(InstanceOfAssertFactories.type(ExtensionException.class))
        .extracting(ExtensionException::kind)
        .isEqualTo(Kind.BAD_SETTINGS);
  }

  @Test
  void whatOnlyTheAuthorNamedDoesNotLeadInside() {
    assertThatThrownBy(() -> connect("mail.falke.example", "localhost", server.getLocalPort()))
        .isInstanceOf(ExtensionException.class)
        .hasMessageContaining("localhost");
  }

  @Test
  void aServerThatTakesNoConnectionIsUnavailable() throws Exception {
    int port = server.getLocalPort();
    server.close();

    assertThatThrownBy(() -> connect("127.0.0.1", "127.0.0.1", port))
        .asInstanceOf(InstanceOfAssertFactories.type(ExtensionException.class))
        .extracting(ExtensionException::kind)
        .isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void aHostThatIsNoneIsSaid() {
    assertThatThrownBy(() -> connect("a b/c", "a b/c", 25))
        .asInstanceOf(InstanceOfAssertFactories.type(ExtensionException.class))
        .extracting(ExtensionException::kind)
        .isEqualTo(Kind.BAD_SETTINGS);
  }
}
