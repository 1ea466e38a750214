package dev.peregrine.host.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.peregrine.host.config.MailServer.Security;
import dev.peregrine.host.schedules.Timing;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailFileTest {

  private static final String OURS =
      """
      # my mail
      accounts:
        home:              # the old one
          host: imap.example.org
          username: jo@example.org
          # only these
          folders: [INBOX, "Bewerbungen & mehr"]
          look_back_days: 30
        bridge:
          name: Bridge
          address: jo@other.example
          enabled: no
          provider: proton
          host: 127.0.0.1
          port: 1143
          security: none
          username: jo
          auth: xoauth2
          sent: Gesendet
          read_sent: no
          todo: To do
          forwarded: Weiter
      check: every 2 hours
      watch: no
      """;

  @TempDir Path home;
  private Tenant tenant;
  private Path path;
  private final MailFile file = new MailFile();

  @BeforeEach
  void tenant() throws IOException {
    tenant = new Tenant("t", home);
    path = Files.createDirectories(tenant.config()).resolve("email.yaml");
  }

  private MailPlan read(String text) throws Exception {
    Files.writeString(path, text);
    return tenant.call(file::current);
  }

  private void change(UnaryOperator<MailPlan> change) {
    tenant.run(() -> file.change(change));
  }

  @Test
  void everythingIsRead() throws Exception {
    MailPlan plan = read(OURS);
    assertThat(plan.accounts())
        .containsExactly(
            MailAccount.of(
                    "home", MailServer.of("imap.example.org", Security.TLS), "jo@example.org")
                .withFolders(
                    new MailFolderChoice(
                        List.of("INBOX", "Bewerbungen & mehr"),
                        Optional.empty(),
                        true,
                        Optional.empty(),
                        Optional.empty()))
                .withLookBackDays(30),
            new MailAccount(
                "bridge",
                "Bridge",
                "jo@other.example",
                false,
                Optional.of("proton"),
                new MailServer("127.0.0.1", 1143, Security.NONE),
                "jo",
                MailAccount.Auth.XOAUTH2,
                new MailFolderChoice(
                    List.of(),
                    Optional.of("Gesendet"),
                    false,
                    Optional.of("To do"),
                    Optional.of("Weiter")),
                90));
    assertThat(plan.check()).isEqualTo(new Timing.Hourly(2));
    assertThat(plan.watch()).isFalse();
    assertThat(plan.on()).extracting(MailAccount::id).containsExactly("home");
  }

  @Test
  void theExampleIsRead() throws Exception {
    MailPlan plan = read(Files.readString(Path.of("..", "config", "email.yaml.example")));
    assertThat(plan.accounts()).hasSize(1);
  }

  @Test
  void withoutAFileThereIsNoMailbox() throws Exception {
    assertThat(tenant.call(file::current)).isEqualTo(MailPlan.NONE);
  }

  @Test
  void aChangeTouchesOnlyItsLines() throws Exception {
    read(OURS);
    change(plan -> plan.with(plan.find("home").orElseThrow().withLookBackDays(60)));
    assertThat(Files.readString(path))
        .isEqualTo(OURS.replace("look_back_days: 30", "look_back_days: 60"));
  }

  @Test
  void mailboxesComeAndGo() throws Exception {
    change(
        plan ->
            plan.with(MailAccount.of("one", MailServer.of("a.example", Security.STARTTLS), "jo")));
    change(
        plan -> plan.with(MailAccount.of("two", MailServer.of("b.example", Security.TLS), "jo")));
    change(plan -> plan.without("one").withWatch(false).withCheck(new Timing.Off()));
    MailPlan plan = tenant.call(new MailFile()::current);
    assertThat(plan.accounts()).extracting(MailAccount::id).containsExactly("two");
    assertThat(plan.watch()).isFalse();
    assertThat(plan.check()).isEqualTo(new Timing.Off());
    change(each -> each.without("two"));
    assertThat(tenant.call(new MailFile()::current).accounts()).isEmpty();
  }

  @Test
  void aPageOfBeforeSavesNothing() throws Exception {
    read(OURS);
    String seen = tenant.call(file::mark);
    change(plan -> plan.withWatch(true));
    assertThatExceptionOfType(ChangedMeanwhileException.class)
        .isThrownBy(() -> tenant.run(() -> file.change(plan -> plan.without("home"), seen)));
    assertThat(tenant.call(file::current).find("home")).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          security: none      | security is "none" for host "imap.example.org"
          security: ssl       | security is "ssl", expected tls, starttls or none.
          port: 70000         | port is "70000", expected a whole number from 1 to 65,535
          password: hunter2   | "password" stands in account "home" for everybody to read
          use_ssl: true       | "use_ssl" is not known in account "home"
          auth: basic         | auth is "basic", expected password or xoauth2.
          look_back_days: 0   | look back days is "0", expected a whole number from 1 to 3,650
          """)
  void aMistakeIsSaidWithItsLine(String line, String said) {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(
            () ->
                read(
                    "accounts:\n  home:\n    host: imap.example.org\n    username: jo\n    "
                        + line
                        + "\n"))
        .withMessageContaining("config/email.yaml, line ")
        .withMessageContaining(said)
        .withMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @CsvSource({"'a b'", "'http://x'", "'x/y'", "''", "'-x'"})
  void aHostIsAHost(String host) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> MailServer.of(host, Security.TLS));
  }

  @ParameterizedTest
  @CsvSource({"localhost", "127.0.0.1", "127.1.2.3", "::1", "[::1]"})
  void onThisMachineNothingNeedsToBeSecret(String host) {
    assertThat(MailServer.of(host, Security.NONE).isThisMachine()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1.example.org", "localhost.example.org", "10.0.0.1", "::2", "fe80::1"})
  void elsewhereItDoes(String host) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> MailServer.of(host, Security.NONE));
  }
}
