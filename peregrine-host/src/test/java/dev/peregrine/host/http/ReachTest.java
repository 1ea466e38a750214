package dev.peregrine.host.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Http;
import dev.peregrine.api.HttpCall;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the person is a stranger to the machine, what they enter does not lead into it. */
@Timeout(60)
class ReachTest {

  @TempDir private Path home;

  private final LocalServer inside =
      LocalServer.answering(exchange -> LocalServer.reply(exchange, 200, "text/plain", "inside"));

  @AfterEach
  void close() {
    inside.close();
  }

  private static OutgoingHttp reaching(Reach reach) {
    return new OutgoingHttp(
        OutgoingOptions.usual().withPace(Duration.ZERO, 6, Duration.ofMillis(1)).withReach(reach),
        InstantSource.system());
  }

  private Http entering(OutgoingHttp outgoing, String caller, String proxies, URI... entered)
      throws Exception {
    var given = new Given(List.of(entered), List.of(), Proxies.of(proxies));
    return new Tenant("ada", home)
        .call(
            () ->
                outgoing.forExtension(
                    caller, About.of("sample", "Sample", "").withHosts("*"), given));
  }

  private static void isRefused(ThrowingCallable call) {
    assertThatExceptionOfType(ExtensionException.class)
        .isThrownBy(call)
        .withMessageContaining("leads into the own machine or network");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:%d/",
        "http://localhost:%d/",
        "http://2130706433:%d/",
        "http://[::1]:%d/",
        "http://[::ffff:127.0.0.1]:%d/",
        "http://[::ffff:7f00:1]:%d/",
        "http://0.0.0.0:%d/",
        "http://169.254.169.254:%d/latest/meta-data/",
        "http://[fe80::1]:%d/",
        "http://[fd00:ec2::254]:%d/",
        "http://10.0.0.1:%d/",
        "http://192.168.1.1:%d/"
      })
  void enteredAddressesLeadNowhereInside(String form) throws Exception {
    URI address = URI.create(form.formatted(inside.port()));
    try (OutgoingHttp outgoing = reaching(Reach.PUBLIC)) {
      Http http = entering(outgoing, "integration/webdav", "", address);
      isRefused(() -> http.fetch(HttpCall.get(address)));
      isRefused(() -> http.stream(HttpCall.get(address)));
    }
  }

  @Test
  void noOtherProtocolGetsInsideEither() throws Exception {
    try (OutgoingHttp outgoing = reaching(Reach.PUBLIC)) {
      OutgoingHttp.Dialling dialling =
          new Tenant("ada", home)
              .call(
                  () ->
                      outgoing.dialling(
                          "integration/smtp",
                          About.of("smtp", "SMTP", "").withHosts("*"),
                          Given.NOTHING));
      isRefused(() -> dialling.connect("127.0.0.1", inside.port(), true));
      isRefused(() -> dialling.connect("localhost", inside.port(), true));
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> outgoing.sockets("mail").factory().createSocket("localhost", 143))
          .matches(OutgoingSockets::ledInside);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:%d", "http://localhost:%d", "socks5://localhost:%d"})
  void aProxyOfThePersonsOwnIsNoWayInside(String form) throws Exception {
    try (OutgoingHttp outgoing = reaching(Reach.PUBLIC)) {
      Http http = entering(outgoing, "board/sample", form.formatted(inside.port()));
      isRefused(() -> http.fetch(HttpCall.get("http://1.1.1.1/")));
    }
  }

  @Test
  void aNameThatOnlyTheProxyKnowsIsNotAsked() throws Exception {
    var network =
        new Network(
            host -> {
              throw new UnknownHostException(host);
            },
            address -> false);
    var proxy = OutgoingProxy.of(inside.at("").toString(), "");
    for (Reach reach : List.of(Reach.PUBLIC, Reach.ANYWHERE)) {
      var options =
          OutgoingOptions.usual()
              .withPace(Duration.ZERO, 6, Duration.ofMillis(1))
              .withProxy(proxy.orElseThrow())
              .withReach(reach);
      try (var outgoing = new OutgoingHttp(options, InstantSource.system(), network)) {
        Http http = entering(outgoing, "board/sample", "");
        HttpCall call = HttpCall.get("http://database.internal/");
        if (reach == Reach.PUBLIC) {
          isRefused(() -> http.fetch(call));
        } else {
          assertThat(http.fetch(call).text()).isEqualTo("inside");
        }
      }
    }
  }

  @Test
  void whatTheOperatorNamesIsReachedByWhomItIsThereForAndByNobodyElse() throws Exception {
    URI address = inside.at("/search");
    Reach reach = Reach.only(Map.of("research/searxng", List.of(address), "llm/", List.of()));
    try (OutgoingHttp outgoing = reaching(reach)) {
      HttpCall call = HttpCall.get(address);
      assertThat(entering(outgoing, "research/searxng", "", address).fetch(call).text())
          .isEqualTo("inside");
      isRefused(() -> entering(outgoing, "integration/webdav", "", address).fetch(call));
      isRefused(() -> entering(outgoing, "llm/ollama", "", address).fetch(call));
      // Another door of the same machine stays shut.
      URI other = URI.create("http://127.0.0.1:%d/".formatted(inside.port() - 1));
      isRefused(() -> entering(outgoing, "research/searxng", "", other).fetch(HttpCall.get(other)));
    }
  }

  @Test
  void aProgramOfOnesOwnLeadsWhereItsPersonPointsIt() throws Exception {
    URI address = inside.at("/");
    try (OutgoingHttp outgoing = reaching(Reach.ANYWHERE)) {
      assertThat(
              entering(outgoing, "integration/webdav", "", address)
                  .fetch(HttpCall.get(address))
                  .text())
          .isEqualTo("inside");
      var server = new InetSocketAddress(InetAddress.getLoopbackAddress(), inside.port());
      try (var socket = outgoing.sockets("mail").factory().createSocket()) {
        socket.connect(server, 1000);
        assertThat(socket.isConnected()).isTrue();
      }
    }
  }
}
