package dev.peregrine.host.imap;

import dev.peregrine.host.config.MailAccount;
import dev.peregrine.host.http.OutgoingSockets;
import dev.peregrine.host.imap.MailException.Kind;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.jspecify.annotations.Nullable;

/** What a person reads when a mailbox could not be read. */
final class Failures {

  private static final int DEEPEST = 20;
  private static final int LONGEST = 160;

  private Failures() {}

  static MailException of(MailAccount account, Throwable failure) {
    return of(account, null, failure);
  }

  static MailException of(MailAccount account, @Nullable String folder, Throwable failure) {
    List<Throwable> chain = chain(failure);
    String said = said(chain);
    String server = account.server().host();
    String name = account.name();
    if (chain.stream().anyMatch(OutgoingSockets::ledInside)) {
      return new MailException(
          Kind.INSECURE,
          "\"%s\" leads into the own machine or network, expected a mail server of the internet."
              .formatted(server),
          failure);
    }
    if (any(chain, FolderNotFoundException.class)) {
      return noFolder(name, String.valueOf(folder), failure);
    }
    if (any(chain, AuthenticationFailedException.class)) {
      return isBusy(said)
          ? new MailException(
              Kind.BUSY,
              "\"%s\" takes no login for mailbox \"%s\" now: \"%s\". It is tried again later."
                  .formatted(server, name, said),
              failure)
          : new MailException(
              Kind.LOGIN,
              "\"%s\" refused the login of mailbox \"%s\": \"%s\". Test it under Settings → Mail; many providers want a password made for programs."
                  .formatted(server, name, said),
              failure);
    }
    if (any(chain, SSLException.class) || said.toLowerCase(Locale.ROOT).contains("starttls")) {
      return new MailException(
          Kind.INSECURE,
          "There is no secure connection to \"%s\": %s. Nothing was sent. Test the mailbox \"%s\" under Settings → Mail."
              .formatted(server, said, name),
          failure);
    }
    if (any(chain, UnknownHostException.class)) {
      return new MailException(
          Kind.UNREACHABLE,
          "There is no address for \"%s\". Check the connection to the internet, and the server of mailbox \"%s\" under Settings → Mail."
              .formatted(server, name),
          failure);
    }
    if (any(chain, CommandFailedException.class)) {
      if (folder != null && !isBusy(said)) {
        return noFolder(name, folder, failure);
      }
      return new MailException(
          isBusy(said) ? Kind.BUSY : Kind.BROKEN,
          "\"%s\" refused to read mailbox \"%s\": \"%s\". It is tried again later."
              .formatted(server, name, said),
          failure);
    }
    return new MailException(
        Kind.UNREACHABLE,
        "\"%s\" does not answer, or went away while mailbox \"%s\" was read. What was read is kept; the rest is read at the next try."
            .formatted(server, name),
        failure);
  }

  private static MailException noFolder(String account, String folder, Throwable failure) {
    return new MailException(
        Kind.FOLDER,
        "Mailbox \"%s\" has no folder \"%s\" that can be opened. Choose its folders under Settings → Mail."
            .formatted(account, folder),
        failure);
  }

  private static boolean isBusy(String said) {
    String low = said.toLowerCase(Locale.ROOT);
    return low.contains("[unavailable]")
        || low.contains("[inuse]")
        || low.contains("[limit]")
        || low.contains("too many")
        || low.contains("try again")
        || low.contains("temporar");
  }

  private static boolean any(List<Throwable> chain, Class<? extends Throwable> type) {
    return chain.stream().anyMatch(type::isInstance);
  }

  /** What the server said, in one line and not too long. */
  private static String said(List<Throwable> chain) {
    String said =
        chain.stream()
            .map(Throwable::getMessage)
            .filter(text -> text != null && !text.isBlank())
            .findFirst()
            .orElse("")
            .replaceAll("[\\p{Cc}\\s]+", " ")
            .strip();
    return said.length() > LONGEST ? said.substring(0, LONGEST) + "…" : said;
  }

  private static List<Throwable> chain(Throwable failure) {
    var chain = new ArrayList<Throwable>();
    @Nullable Throwable each = failure;
    while (each != null && chain.size() < DEEPEST) {
      chain.add(each);
      each = each instanceof MessagingException mail ? mail.getNextException() : each.getCause();
    }
    return chain;
  }
}
