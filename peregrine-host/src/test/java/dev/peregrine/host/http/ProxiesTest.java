package dev.peregrine.host.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Http;
import dev.peregrine.api.HttpCall;
import dev.peregrine.host.tenancy.Tenant;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The proxies of one extension. */
@Timeout(60)
class ProxiesTest {

  private static final Network EVERY_NAME_IS_PUBLIC =
      new Network(
          host -> List.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})),
          address -> address.toString().contains(".test/"));

  @TempDir private Path home;

  private final List<AutoCloseable> opened = new ArrayList<>();
  private final OutgoingHttp outgoing =
      new OutgoingHttp(
          OutgoingOptions.usual().withPace(Duration.ZERO, 6, Duration.ofMillis(1)),
          InstantSource.system(),
          EVERY_NAME_IS_PUBLIC);

  @AfterEach
  void close() throws Exception {
    outgoing.close();
    for (AutoCloseable each : opened) {
      each.close();
    }
  }

  private Http with(String proxies, URI... entered) throws Exception {
    var given = new Given(List.of(entered), List.of(), Proxies.of(proxies));
    return new Tenant("ada", home)
        .call(
            () ->
                outgoing.forExtension(
                    "board/sample", About.of("sample", "Sample", "").withHosts("*.test"), given));
  }

  private LocalServer proxy(String name) {
    LocalServer server =
        LocalServer.answering(
            exchange ->
                LocalServer.reply(
                    exchange, 200, "text/plain", name + " " + exchange.getRequestURI()));
    opened.add(server);
    return server;
  }

  private static int deadPort() throws Exception {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void theyAreUsedInTurn() throws Exception {
    String both = proxy("one").at("") + " \n" + proxy("two").at("");
    var said = new ArrayList<String>();
    for (int i = 0; i < 4; i++) {
      // A search has a context of its own; the turn goes on over them.
      said.add(with(both).fetch(HttpCall.get("http://jobs.test/" + i)).text());
    }
    assertThat(said)
        .containsExactly(
            "one http://jobs.test/0",
            "two http://jobs.test/1",
            "one http://jobs.test/2",
            "two http://jobs.test/3");
  }

  @Test
  void nameAndPasswordAreSaidToTheProxy() throws Exception {
    LocalServer proxy = proxy("one");
    with("http://ada:s3%20cret@127.0.0.1:" + proxy.port()).fetch(HttpCall.get("http://jobs.test/"));
    assertThat(proxy.calls().getFirst().getRequestHeaders().getFirst("Proxy-Authorization"))
        .isEqualTo(
            "Basic "
                + Base64.getEncoder()
                    .encodeToString("ada:s3 cret".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void anAddressInsideTheOwnMachineIsCalledDirectly() throws Exception {
    LocalServer proxy = proxy("one");
    LocalServer own = proxy("own");
    Http http = with(proxy.at("").toString(), own.at("/"));
    assertThat(http.fetch(HttpCall.get(own.at("/x"))).text()).isEqualTo("own /x");
    assertThat(proxy.calls()).isEmpty();
  }

  @Test
  void oneThatIsAwayIsSkippedAsLongAsAnotherWorks() throws Exception {
    String mixed = "http://127.0.0.1:" + deadPort() + " " + proxy("two").at("");
    assertThat(with(mixed).fetch(HttpCall.get("http://jobs.test/")).text()).startsWith("two");
  }

  @Test
  void aFailureNamesTheProxyByNumberAndNothingOfItsAddress() throws Exception {
    String address = "http://ada:s3cret@127.0.0.1:" + deadPort();
    Http http = with(address + " " + address + " " + address);
    ExtensionException failure =
        catchThrowableOfType(
            ExtensionException.class, () -> http.exchange(HttpCall.get("http://jobs.test/")));
    assertThat(failure.kind()).isEqualTo(ExtensionException.Kind.UNAVAILABLE);
    assertThat(failure)
        .hasMessage(
            "Proxy 1 of 3 takes no connection, so \"jobs.test\" was not reached. Check the proxy's"
                + " address, name and password.");
    var trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain("s3cret").doesNotContain("127.0.0.1");
  }

  @Test
  void oneThatWantsAnotherPasswordSaysSo() throws Exception {
    LocalServer proxy = LocalServer.saying(407, "text/plain", "");
    opened.add(proxy);
    assertThatExceptionOfType(ExtensionException.class)
        .isThrownBy(() -> with(proxy.at("").toString()).fetch(HttpCall.get("http://jobs.test/")))
        .withMessageStartingWith("Proxy 1 of 1 wants another name and password");
  }

  @Test
  void aProxyThatDoesNotLeadToASecureServerSaysSo() throws Exception {
    var asked = new ArrayBlockingQueue<String>(9);
    try (var proxy = new ServerSocket(0)) {
      Thread.ofVirtual().start(() -> refuseTunnels(proxy, asked));
      Http http = with("127.0.0.1:" + proxy.getLocalPort());
      assertThatExceptionOfType(ExtensionException.class)
          .isThrownBy(() -> http.fetch(HttpCall.get("https://jobs.test/secret/path")))
          .withMessageStartingWith("Proxy 1 of 1 does not lead there, so \"jobs.test\"");
    }
    assertThat(asked.poll(10, TimeUnit.SECONDS)).isEqualTo("CONNECT jobs.test:443 HTTP/1.1");
  }

  private static void refuseTunnels(ServerSocket proxy, BlockingQueue<String> asked) {
    while (true) {
      try (var socket = proxy.accept()) {
        var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        asked.add(reader.readLine());
        while (!reader.readLine().isEmpty()) {
          // The headers say nothing that matters here.
        }
        socket.getOutputStream().write("HTTP/1.1 502 No\r\n\r\n".getBytes(US_ASCII));
      } catch (IOException closed) {
        return;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://a:s3cret@b.test:1", "http://", "ftp://s3cret", "http://b.test/s3cret"})
  void whatIsNoProxyIsRefusedWithoutBeingQuoted(String address) {
    assertThatExceptionOfType(ExtensionException.class)
        .isThrownBy(() -> Proxies.of("b.test:3128 " + address))
        .withMessageStartingWith("Proxy 2 of 2 has an address that does not fit")
        .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("s3cret"));
  }
}
