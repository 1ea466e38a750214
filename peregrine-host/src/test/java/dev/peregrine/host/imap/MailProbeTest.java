package dev.peregrine.host.imap;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.peregrine.host.config.MailAccount;
import dev.peregrine.host.config.MailAccount.Auth;
import dev.peregrine.host.config.MailServer;
import dev.peregrine.host.config.MailServer.Security;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A try says what is in the way, whatever words the server has for it. */
class MailProbeTest {

  private static final String PASSWORD = "moor-and-heather";
  private static final Patience SHORT =
      new Patience(
          Duration.ofSeconds(5),
          Duration.ofMillis(300),
          Duration.ofMinutes(9),
          Duration.ofMillis(20),
          Duration.ofMillis(200));

  @TempDir Path home;
  private final ScriptedImap server = new ScriptedImap();
  private MailWorld world;

  @BeforeEach
  void start() {
    world = new MailWorld(home, Tokens.none(), Optional.empty(), true, MailWorld.SHORT);
  }

  @AfterEach
  void stop() {
    world.close();
    server.close();
  }

  private static MailAccount account(String host, int port, Security security) {
    return MailAccount.of("moor", new MailServer(host, port, security), "jo@moor.example");
  }

  private Probed probe(MailAccount account) throws InterruptedException {
    return new MailProbe(world.connections).probe(account, PASSWORD);
  }

  private Probed probe() throws InterruptedException {
    return probe(account("127.0.0.1", server.port(), Security.NONE));
  }

  @Test
  void aMailboxThatWorksShowsItsFolders() throws Exception {
    server.secret = PASSWORD;
    Probed probed = probe();
    assertThat(probed.said()).isEmpty();
    assertThat(probed.finding()).isEqualTo(ProbeFinding.GOOD);
    assertThat(probed.tellsAtOnce()).isTrue();
    assertThat(probed.folders())
        .extracting(ServerFolder::name)
        .containsExactly("INBOX", "Bewerbungen", "Gesendet", "Papierkorb", "Alt");
    assertThat(
            ServerFolder.sent(probed.folders(), dev.peregrine.host.config.MailFolderChoice.USUAL))
        .contains("Gesendet");
  }

  @Test
  void aTryChangesNothing() throws Exception {
    var _ = probe();
    assertThat(server.heard)
        .noneMatch(
            line -> line.matches("(?i)\\S+ (SELECT|STORE|COPY|MOVE|APPEND|EXPUNGE|FETCH|UID).*"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)                                          | LOGIN_REFUSED
          NO [ALERT] Application-specific password required: https://support.example/185833 (Failure)       | APP_PASSWORD
          NO [ALERT] Please log in via your web browser: https://support.example/78754 (Failure)            | LOCKED
          NO [ALERT] Your account is not enabled for IMAP use. Please visit your settings page. (Failure)   | IMAP_OFF
          NO [ALERT] Too many simultaneous connections. (Failure)                                           | TOO_MANY
          NO LOGIN failed. BasicAuthBlocked                                                                 | NO_PASSWORDS
          NO [LIMIT] LOGIN Rate limit hit.                                                                  | TOO_MANY
          NO [UNAVAILABLE] Temporary authentication failure.                                                | UNAVAILABLE
          NO [PRIVACYREQUIRED] Plaintext authentication disallowed on non-secure connections.               | PLAIN_REFUSED
          NO [CONTACTADMIN] Account suspended                                                               | LOCKED
          NO authentication failed: IMAP ist nicht freigeschaltet                                           | IMAP_OFF
          NO Dieses Postfach ist gesperrt.                                                                  | LOCKED
          NO LOGIN failed.                                                                                  | LOGIN_REFUSED
          """)
  void aRefusalIsUnderstood(String answer, ProbeFinding meant) throws Exception {
    server.login = answer;
    Probed probed = probe();
    assertThat(probed.finding()).as(probed.said()).isEqualTo(meant);
    assertThat(probed.folders()).isEmpty();
    assertThat(probed.said()).isNotEmpty().hasSizeLessThanOrEqualTo(201);
  }

  @Test
  void aMailboxThatLetsInAndThenRefusesHasNoImap() throws Exception {
    server.list = "BAD User is authenticated but not connected.";
    assertThat(probe().finding()).isEqualTo(ProbeFinding.IMAP_OFF);
  }

  @Test
  void aTokenThatDoesNotCountIsNoWrongPassword() throws Exception {
    server.capabilities = "IMAP4rev1 AUTH=XOAUTH2 SASL-IR";
    server.secret = "Bearer another";
    Probed probed =
        probe(account("127.0.0.1", server.port(), Security.NONE).withAuth(Auth.XOAUTH2));
    assertThat(probed.finding()).isEqualTo(ProbeFinding.TOKEN_REFUSED);
  }

  @Test
  void aServerThatRepeatsThePasswordDoesNotGetItOntoThePage() throws Exception {
    server.login = "NO what is \"" + PASSWORD + "\" supposed to be?";
    Probed probed = probe();
    assertThat(probed.said()).contains("what is").doesNotContain(PASSWORD);
  }

  @Test
  void aPasswordIsNeverSentWithoutTheEncryptionThatWasAskedFor() throws Exception {
    assertThat(probe(account("127.0.0.1", server.port(), Security.STARTTLS)).finding())
        .isEqualTo(ProbeFinding.NO_STARTTLS);
    assertThat(probe(account("127.0.0.1", server.port(), Security.TLS)).finding())
        .isEqualTo(ProbeFinding.PLAIN_THERE);
    assertThat(String.join("\n", server.heard)).doesNotContain(PASSWORD, "LOGIN");
  }

  @Test
  void aHostThatIsNotThereAndAPortThatIsClosedAreToldApart() throws Exception {
    assertThat(probe(account("no-such-host.invalid", 993, Security.TLS)).finding())
        .isEqualTo(ProbeFinding.NO_HOST);
    int closed;
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      closed = socket.getLocalPort();
    }
    assertThat(probe(account("127.0.0.1", closed, Security.NONE)).finding())
        .isEqualTo(ProbeFinding.PORT_REFUSED);
  }

  @Test
  void somebodyWhoIsSilentIsNotWaitedForForEver(@TempDir Path other) throws Exception {
    server.greeting = "";
    try (var hasty = new MailWorld(other, Tokens.none(), Optional.empty(), true, SHORT)) {
      assertThat(
              new MailProbe(hasty.connections)
                  .probe(account("127.0.0.1", server.port(), Security.NONE), PASSWORD)
                  .finding())
          .isEqualTo(ProbeFinding.SLOW);
    }
  }

  @Test
  void somebodyWhoSpeaksSomethingElseIsNoMailServer() throws Exception {
    server.greeting = "220 smtp.moor.example ESMTP";
    Probed probed = probe();
    assertThat(probed.finding()).as(probed.said()).isEqualTo(ProbeFinding.NOT_IMAP);
    server.greeting = "+OK POP3 ready";
    assertThat(probe().finding()).isEqualTo(ProbeFinding.NOT_IMAP);
  }

  @Test
  void aServerThatHangsUpAtOnceSaysWhy() throws Exception {
    server.greeting = "* BYE Too many connections from your address";
    assertThat(probe().finding()).isEqualTo(ProbeFinding.TOO_MANY);
    server.greeting = "* BYE going down";
    assertThat(probe().finding()).isEqualTo(ProbeFinding.CUT_OFF);
  }

  @Test
  void whereNobodyMayGoInsideNothingIsSaidThere(@TempDir Path other) throws Exception {
    try (var cloud =
        new MailWorld(other, Tokens.none(), Optional.empty(), false, MailWorld.SHORT)) {
      assertThat(
              new MailProbe(cloud.connections)
                  .probe(account("127.0.0.1", server.port(), Security.NONE), PASSWORD)
                  .finding())
          .isEqualTo(ProbeFinding.NOT_ALLOWED);
      assertThat(server.heard).isEmpty();
    }
  }

  @Test
  void aCertificateThatNobodyVouchesForIsTold() throws Exception {
    var greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS));
    greenMail.start();
    try {
      int port = greenMail.getImaps().getPort();
      assertThat(probe(account("127.0.0.1", port, Security.TLS)).finding())
          .as("a bridge on this machine vouches for itself")
          .isNotEqualTo(ProbeFinding.CERTIFICATE_UNKNOWN);
      // Leads to the same place, but its letters do not say that it is this machine.
      assertThat(probe(account("127.1", port, Security.TLS)).finding())
          .isEqualTo(ProbeFinding.CERTIFICATE_UNKNOWN);
    } finally {
      greenMail.stop();
    }
  }

  @Test
  void theKindsOfBadCertificatesAreToldApart() {
    assertThat(
            List.of(
                finding(
                    handshake(
                        new CertificateExpiredException("NotAfter: Thu Jan 01 00:00:00 UTC 2026"))),
                finding(
                    handshake(
                        new CertificateException("No name matching imap.moor.example found"))),
                finding(handshake(new SocketTimeoutException("Read timed out"))),
                finding(new SSLHandshakeException("Received fatal alert: protocol_version"))))
        .containsExactly(
            ProbeFinding.CERTIFICATE_EXPIRED,
            ProbeFinding.CERTIFICATE_NAME,
            ProbeFinding.SLOW,
            ProbeFinding.TLS);
  }

  private static IOException handshake(Exception cause) {
    var failed = new SSLHandshakeException(String.valueOf(cause.getMessage()));
    var _ = failed.initCause(cause);
    return failed;
  }

  private static ProbeFinding finding(Exception cause) {
    return ImapTrouble.of(
            new jakarta.mail.MessagingException("could not connect", cause), PASSWORD, false)
        .finding();
  }
}
