package dev.peregrine.host.imap;

import dev.peregrine.host.config.MailAccount;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;

/** Tries a mailbox as it stands in a form: reads the names of its folders, and nothing else. */
public final class MailProbe {

  private final Connections connections;

  public MailProbe(Connections connections) {
    this.connections = connections;
  }

  /**
   * Tries it; whatever goes wrong is in the answer.
   *
   * @param secret the password or token
   */
  public Probed probe(MailAccount account, String secret) throws InterruptedException {
    long began = System.nanoTime();
    boolean token = account.auth() == MailAccount.Auth.XOAUTH2;
    try (Connection connection = connections.connect(account, secret)) {
      List<ServerFolder> folders = connection.folders();
      // Some let everybody in and say only here that the mailbox is not to be read.
      connection.open("INBOX").close();
      return new Probed(ProbeFinding.GOOD, "", since(began), folders, connection.can("IDLE"));
    } catch (MessagingException | MailException | RuntimeException wrong) {
      return Probed.failed(ImapTrouble.of(wrong, secret, token), since(began));
    }
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
