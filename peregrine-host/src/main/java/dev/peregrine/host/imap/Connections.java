package dev.peregrine.host.imap;

import dev.peregrine.host.config.MailAccount;
import dev.peregrine.host.config.MailAccount.Auth;
import dev.peregrine.host.config.MailServer;
import dev.peregrine.host.config.MailServer.Security;
import dev.peregrine.host.http.OutgoingSockets;
import dev.peregrine.host.secrets.SecretException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.imap.IMAPStore;

/** Makes connections to the servers of mailboxes. */
public final class Connections {

  private final MailAccounts accounts;
  private final Tokens tokens;
  private final OutgoingSockets sockets;
  private final Optional<SSLSocketFactory> trust;
  private final Patience patience;

  /**
   * @param trust whom to believe; empty: those whom Java believes
   */
  public Connections(
      MailAccounts accounts,
      Tokens tokens,
      OutgoingSockets sockets,
      Optional<SSLSocketFactory> trust,
      Patience patience) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.sockets = sockets;
    this.trust = trust;
    this.patience = patience;
  }

  /**
   * Connects and logs in with what is sealed for the mailbox.
   *
   * @throws MailException with what to do
   */
  public Connection open(MailAccount account) throws MailException, InterruptedException {
    return switch (account.auth()) {
      case PASSWORD -> open(account, password(account));
      case XOAUTH2 -> withToken(account);
    };
  }

  private String password(MailAccount account) throws MailException {
    try {
      return accounts
          .secret(account.id(), MailAccounts.PASSWORD)
          .orElseThrow(
              () ->
                  new MailException(
                      MailException.Kind.LOGIN,
                      "Mailbox \"%s\" has no password yet. Enter it under Settings → Mail."
                          .formatted(account.name())));
    } catch (SecretException notOpened) {
      throw new MailException(MailException.Kind.LOGIN, notOpened.sentence(), notOpened);
    }
  }

  private Connection withToken(MailAccount account) throws MailException, InterruptedException {
    try {
      return connect(account, tokens.fresh(account, false));
    } catch (AuthenticationFailedException refused) {
      // Tokens end before their time where the person changed the password or shut a session.
      return open(account, tokens.fresh(account, true));
    } catch (MessagingException failed) {
      throw Failures.of(account, failed);
    }
  }

  /**
   * The same with a password or token that is not sealed yet.
   *
   * @throws MailException with what to do
   */
  public Connection open(MailAccount account, String secret)
      throws MailException, InterruptedException {
    try {
      return connect(account, secret);
    } catch (MessagingException failed) {
      throw Failures.of(account, failed);
    }
  }

  /**
   * The same with what the library threw, for whoever looks at it more closely.
   *
   * @throws MessagingException as the library throws it
   */
  public Connection connect(MailAccount account, String secret)
      throws MessagingException, InterruptedException {
    MailServer server = account.server();
    try {
      // The library looks the name up once more and is answered from memory.
      var _ = sockets.addresses(server.host());
    } catch (UnknownHostException unknown) {
      throw new MessagingException("no such host", unknown);
    }
    var remembering =
        new RememberedSockets(
            sockets.factory(),
            server.isThisMachine() ? Optional.of(AnyCertificate.factory()) : trust);
    var session = Session.getInstance(properties(account, remembering));
    var store = new IMAPStore(session, null);
    boolean connected = false;
    try {
      store.connect(server.host(), server.port(), account.username(), secret);
      connected = true;
      return new Connection(account, store, remembering);
    } catch (MessagingException failed) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw failed;
    } finally {
      if (!connected) {
        remembering.cut();
      }
    }
  }

  private Properties properties(MailAccount account, RememberedSockets made) {
    Security security = account.server().security();
    var properties = new Properties();
    properties.put("mail.imap.ssl.enable", Boolean.toString(security == Security.TLS));
    properties.put("mail.imap.starttls.enable", Boolean.toString(security == Security.STARTTLS));
    properties.put("mail.imap.starttls.required", Boolean.toString(security == Security.STARTTLS));
    properties.put(
        "mail.imap.ssl.checkserveridentity", Boolean.toString(!account.server().isThisMachine()));
    properties.put("mail.imap.socketFactory", made.plain());
    properties.put("mail.imap.socketFactory.fallback", "false");
    properties.put("mail.imap.ssl.socketFactory", made.secure());
    properties.put("mail.imap.connectiontimeout", Long.toString(patience.connect().toMillis()));
    properties.put("mail.imap.timeout", Long.toString(patience.answer().toMillis()));
    properties.put(
        "mail.imap.auth.mechanisms", account.auth() == Auth.XOAUTH2 ? "XOAUTH2" : "PLAIN LOGIN");
    // One connection does all of it: providers count them.
    properties.put("mail.imap.connectionpoolsize", "1");
    properties.put("mail.imap.separatestoreconnection", "false");
    properties.put("mail.imap.minidletime", "0");
    return properties;
  }
}
