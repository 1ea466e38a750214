package dev.peregrine.host.earlier;

import dev.peregrine.host.config.MailAccount;
import dev.peregrine.host.config.MailFolderChoice;
import dev.peregrine.host.config.MailServer;
import dev.peregrine.host.imap.MailAccounts;
import java.util.List;
import java.util.Optional;

/** The mailbox of the earlier program. */
final class OldMail {

  private static final String ID = "earlier";
  private static final String USUAL_HOST = "imap.gmail.com";

  /** Its newer pages kept the password in its store of credentials. */
  private static final String KEPT_PASSWORD = OldSecrets.name("peregrine.json", "imap_password");

  private final OldFiles files;
  private final MailAccounts accounts;
  private final Ledger ledger;
  private final OldSecrets secrets;
  private final boolean dry;

  OldMail(OldFiles files, MailAccounts accounts, Ledger ledger, OldSecrets secrets, boolean dry) {
    this.files = files;
    this.accounts = accounts;
    this.ledger = ledger;
    this.secrets = secrets;
    this.dry = dry;
  }

  void bring() {
    for (Old email : files.named("email.yaml")) {
      String username = email.first("username", "user", "email");
      if (username.isEmpty()) {
        continue;
      }
      try {
        bring(account(email, username), password(email));
      } catch (IllegalArgumentException unusable) {
        ledger.line("mailboxes", Ledger.Fate.LEFT);
        ledger.unread(
            "The mailbox “%s”: %s Add it under Settings → Mail."
                .formatted(username, unusable.getMessage()));
      }
      return;
    }
  }

  private void bring(MailAccount old, Optional<String> password) {
    boolean known =
        accounts.list().stream()
            .anyMatch(
                one ->
                    one.username().equalsIgnoreCase(old.username())
                        && one.server().host().equalsIgnoreCase(old.server().host()));
    ledger.line("mailboxes", known ? Ledger.Fate.SAME : Ledger.Fate.ADDED);
    if (known) {
      return;
    }
    if (!old.on()) {
      ledger.note(
          "The mailbox “%s” is off until it has a password: Settings → Mail."
              .formatted(old.username()));
    }
    if (!dry) {
      accounts.save(old, password);
    }
  }

  private MailAccount account(Old email, String username) {
    boolean plain = says(email, "use_ssl", "false") || says(email, "ssl", "false");
    MailServer.Security security = plain ? MailServer.Security.STARTTLS : MailServer.Security.TLS;
    String host = email.has("host") ? email.text("host") : USUAL_HOST;
    String port = email.text("port");
    var server =
        new MailServer(
            host,
            port.matches("\\d{1,6}") ? Integer.parseInt(port) : security.usualPort(),
            security);
    var folders =
        new MailFolderChoice(
            List.of(),
            Optional.of(email.text("sent_folder")).filter(name -> !name.isBlank()),
            true,
            Optional.of(email.text("todo_label")).filter(name -> !name.isBlank()),
            Optional.empty());
    String days = email.text("lookback_days");
    MailAccount account =
        MailAccount.of(free(), server, username)
            .withFolders(folders)
            .withOn(password(email).isPresent());
    return days.matches("\\d{1,4}") ? account.withLookBackDays(Integer.parseInt(days)) : account;
  }

  private static boolean says(Old email, String key, String value) {
    return email.text(key).equalsIgnoreCase(value);
  }

  private String free() {
    String id = ID;
    for (int number = 2; accounts.find(id).isPresent(); number++) {
      id = ID + "-" + number;
    }
    return id;
  }

  private Optional<String> password(Old email) {
    return Optional.of(email.text("password"))
        .filter(text -> OldSecrets.isOne("password", text) && !text.startsWith("${"))
        .or(() -> secrets.seen(KEPT_PASSWORD));
  }
}
