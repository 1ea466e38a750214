package dev.peregrine.host.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.config.MailAccount;
import dev.peregrine.host.config.MailFile;
import dev.peregrine.host.config.MailServer;
import dev.peregrine.host.config.MailServer.Security;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.secrets.SecretKeys;
import dev.peregrine.host.secrets.SecretStore;
import dev.peregrine.host.tenancy.Tenant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailAccountsTest {

  private static final MailAccount HOME =
      MailAccount.of("home", MailServer.of("imap.example.org", Security.TLS), "jo");

  @TempDir Path folder;
  private Tenant tenant;
  private MailAccounts accounts;

  @BeforeEach
  void accounts() {
    tenant = new Tenant("t", folder);
    var secrets =
        new SecretStore(
            new SecretKeys(folder, Map.of(), "test", new SecureRandom()),
            Map.of(),
            new SecureRandom(),
            InstantSource.system());
    accounts = new MailAccounts(new MailFile(), secrets, new Live());
  }

  @Test
  void aPasswordIsSealedAndNeverInTheFile() throws Exception {
    tenant.run(() -> accounts.save(HOME, Optional.of("hunter2 hunter2")));
    assertThat(Files.readString(tenant.config().resolve("email.yaml"))).doesNotContain("hunter2");
    assertThat(tenant.call(() -> accounts.secret("home", MailAccounts.PASSWORD)))
        .contains("hunter2 hunter2");
    assertThat(tenant.call(() -> accounts.list())).containsExactly(HOME);
  }

  @Test
  void savingWithoutAPasswordKeepsTheOneBefore() throws Exception {
    tenant.run(() -> accounts.save(HOME, Optional.of("first")));
    tenant.run(() -> accounts.save(HOME.withOn(false), Optional.empty()));
    assertThat(tenant.call(() -> accounts.secret("home", MailAccounts.PASSWORD))).contains("first");
  }

  @Test
  void removingCanBeUndoneUntilItsSecretsAreForgotten() throws Exception {
    tenant.run(() -> accounts.save(HOME, Optional.of("first")));
    Optional<MailAccount> removed = tenant.call(() -> accounts.remove("home"));
    assertThat(tenant.call(() -> accounts.find("home"))).isEmpty();
    tenant.run(() -> accounts.save(removed.orElseThrow(), Optional.empty()));
    assertThat(tenant.call(() -> accounts.hasSecret("home", MailAccounts.PASSWORD))).isTrue();
    tenant.run(() -> accounts.forgetSecrets("home"));
    assertThat(tenant.call(() -> accounts.hasSecret("home", MailAccounts.PASSWORD))).isFalse();
  }

  @Test
  void forgettingOneLeavesAnotherWhoseNameBeginsAlike() throws Exception {
    MailAccount other = MailAccount.of("home-2", HOME.server(), "jo");
    tenant.run(() -> accounts.save(HOME, Optional.of("first")));
    tenant.run(() -> accounts.save(other, Optional.of("second")));
    tenant.run(() -> accounts.forgetSecrets("home"));
    assertThat(tenant.call(() -> accounts.secret("home-2", MailAccounts.PASSWORD)))
        .contains("second");
  }

  @Test
  void whoReadsMailboxesHearsOfChanges() {
    var heard = new ArrayList<String>();
    accounts.onChange(() -> heard.add(Tenant.current().id()));
    tenant.run(() -> accounts.save(HOME, Optional.empty()));
    tenant.run(() -> accounts.remove("home"));
    tenant.run(() -> accounts.remove("nobody"));
    assertThat(heard).containsExactly("t", "t");
  }
}
