package dev.peregrine.plugin.integration.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.testkit.FakeIntegrationContext;
import dev.peregrine.testkit.FakeStateStore;
import dev.peregrine.testkit.SampleNotices;
import dev.peregrine.testkit.SettableClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a server says that does not take a mail, and what is made of it. */
class SmtpRefusalTest {

  private static final String PASSWORD = "s3cret-password";

  private ScriptedServer server = ScriptedServer.start();

  @BeforeEach
  void startServer() throws IOException {
    server.close();
    server = ScriptedServer.start();
  }

  @AfterEach
  void stopServer() throws IOException {
    server.close();
  }

  private FakeIntegrationContext context(Map<String, String> more) {
    var values =
        new HashMap<>(
            Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(server.port()),
                "security", "none",
                "user", "mira",
                "password", PASSWORD,
                "to", "mira@falke.example"));
    values.putAll(more);
    values.values().removeIf(String::isEmpty);
    return new FakeIntegrationContext(
        new Smtp().descriptor(),
        values,
        SettableClock.at("2026-11-22T09:00:00Z"),
        new FakeStateStore(),
        Duration.ofSeconds(20));
  }

  private Optional<ExtensionException> tried(Map<String, String> settings)
      throws InterruptedException {
    try {
      new Smtp().send(SampleNotices.notice(), context(settings));
      return Optional.empty();
    } catch (ExtensionException why) {
      var trace = new StringWriter();
      why.printStackTrace(new PrintWriter(trace));
      assertThat(trace.toString()).doesNotContain(PASSWORD, encoded());
      return Optional.of(why);
    }
  }

  private ExtensionException failed(Map<String, String> settings) throws InterruptedException {
    return tried(settings).orElseThrow(() -> new AssertionError("It was taken."));
  }

  private static String encoded() {
    return Base64.getEncoder()
        .encodeToString(("\0mira\0" + PASSWORD).getBytes(StandardCharsets.UTF_8));
  }

  private DynamicTest refused(String command, String answer, Kind kind, String... words) {
    return DynamicTest.dynamicTest(
        command + " " + answer,
        () -> {
          startServer();
          server.answer(command, answer);
          ExtensionException why = failed(Map.of());
          assertThat(why.kind()).isEqualTo(kind);
          assertThat(List.of(words)).allSatisfy(word -> assertThat(why).hasMessageContaining(word));
        });
  }

  @TestFactory
  Stream<DynamicTest> aRefusalSaysWhetherItComesAgain() {
    return Stream.of(
        refused("GREETING", "421 4.3.2 too many connections", Kind.UNAVAILABLE),
        refused("GREETING", "554 5.7.1 go away", Kind.REFUSED, "554"),
        refused("GREETING", "* OK IMAP4rev1 ready", Kind.UNAVAILABLE),
        refused("GREETING", ScriptedServer.CUT, Kind.UNAVAILABLE),
        refused("EHLO", ScriptedServer.CUT, Kind.UNAVAILABLE),
        refused("AUTH", "535 5.7.8 no: " + encoded(), Kind.BAD_SETTINGS, "535", "password"),
        refused("AUTH", "534 5.7.9 " + PASSWORD, Kind.BAD_SETTINGS, "534"),
        refused("AUTH", "454 4.7.0 later", Kind.UNAVAILABLE, "454"),
        refused("AUTH", ScriptedServer.CUT, Kind.UNAVAILABLE),
        refused("MAIL", "550 5.7.1 not you", Kind.BAD_SETTINGS, "550", "mira@falke.example"),
        refused("MAIL", "452 4.3.1 full", Kind.UNAVAILABLE, "452"),
        refused("RCPT", "550 5.1.1 nobody", Kind.BAD_SETTINGS, "550", "this address"),
        refused("RCPT", "450 4.2.0 greylisted", Kind.UNAVAILABLE, "450"),
        refused("DATA", "554 5.5.1 no", Kind.REFUSED, "554"),
        refused(".", "554 5.7.1 spam", Kind.REFUSED, "554"),
        refused(".", "451 4.3.0 later", Kind.UNAVAILABLE, "451"),
        refused(".", ScriptedServer.CUT, Kind.UNAVAILABLE));
  }

  @Test
  void aMailThatWasTakenIsNotSentAgainOverAGoodbye() throws Exception {
    server.answer("QUIT", ScriptedServer.CUT);

    assertThat(tried(Map.of())).isEmpty();
  }

  @Test
  void aServerWithoutStarttlsGetsNoPassword() throws Exception {
    ExtensionException why = failed(Map.of("security", "starttls"));

    assertThat(why.kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(why).hasMessageContaining("STARTTLS");
    assertThat(server.heard()).noneMatch(line -> line.startsWith("AUTH"));
  }

  @Test
  void withStarttlsThePasswordAndTheMailAreNotSaidInTheClear() throws Exception {
    server
        .answer("EHLO", "250-mail.example\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN")
        .answer("STARTTLS", "220 2.0.0 go on");

    assertThat(tried(Map.of("security", "starttls"))).isEmpty();

    assertThat(server.heard())
        .filteredOn(line -> !line.startsWith("(TLS) "))
        .containsExactly("EHLO [127.0.0.1]", "STARTTLS");
    assertThat(server.heard())
        .anyMatch(line -> line.startsWith("(TLS) AUTH PLAIN"))
        .contains("(TLS) DATA", "(TLS) .");
  }

  @Test
  void aServerWithoutTlsIsSaid() throws Exception {
    ExtensionException why = failed(Map.of("security", "tls"));

    assertThat(why.kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(why).hasMessageContaining("TLS");
  }

  @Test
  void aServerThatIsNotThereIsUnavailable() throws Exception {
    server.close();

    assertThat(failed(Map.of()).kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void aPasswordGoesToNoServerElsewhereWithoutEncryption() throws Exception {
    ExtensionException why = failed(Map.of("host", "mail.falke.example"));

    assertThat(why.kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(why).hasMessageContaining("Choose TLS");
  }

  @Test
  void aServerThatAsksForNoPasswordIsToldNone() throws Exception {
    assertThat(tried(Map.of("user", "", "password", ""))).isEmpty();

    assertThat(server.heard()).noneMatch(line -> line.startsWith("AUTH"));
    assertThat(server.heard()).contains("MAIL FROM:<mira@falke.example>");
  }

  @Test
  void theNameOfTheMachineIsNotTold() throws Exception {
    assertThat(tried(Map.of())).isEmpty();

    assertThat(server.heard()).contains("EHLO [127.0.0.1]");
  }

  @TestFactory
  Stream<DynamicTest> settingsThatAreNoneAreSaidBeforeAnybodyIsAsked() {
    return Stream.of(
            Map.of("to", "mira"),
            Map.of("to", "mira@falke.example\r\nBcc: eve@evil.example"),
            Map.of("from", "Mira <mira@falke.example>\nX: 1"),
            Map.of("to", "a@b.example,".repeat(11) + "a@b.example"),
            Map.of("password", ""),
            Map.of("host", "mail example/x"))
        .map(
            wrong ->
                DynamicTest.dynamicTest(
                    wrong.toString(),
                    () -> {
                      startServer();
                      assertThat(failed(wrong).kind()).isEqualTo(Kind.BAD_SETTINGS);
                      assertThat(server.heard()).isEmpty();
                    }));
  }

  @Test
  void anInterruptedCallStops() throws Exception {
    server.answer("AUTH", ScriptedServer.SILENCE);
    FakeIntegrationContext context = context(Map.of());
    var thrown = new AtomicReference<@Nullable Throwable>();
    Thread caller =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    new Smtp().send(SampleNotices.notice(), context);
                  } catch (Throwable stopped) {
                    thrown.set(stopped);
                  }
                });
    server.awaitSilence();

    caller.interrupt();

    assertThat(caller.join(Duration.ofSeconds(10))).as("the call stopped").isTrue();
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
  }
}
