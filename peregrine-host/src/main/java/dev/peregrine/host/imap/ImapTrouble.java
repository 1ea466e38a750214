package dev.peregrine.host.imap;

import dev.peregrine.host.http.OutgoingSockets;
import jakarta.mail.AuthenticationFailedException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Why a mailbox could not be read, told from what the libraries threw.
 *
 * @param said the server's or the machine's words; may be empty
 */
public record ImapTrouble(ProbeFinding finding, String said) {

  private static final int DEEPEST = 20;

  /** How servers for sending, for POP3, for pages and for shells begin. */
  private static final Pattern SOMETHING_ELSE =
      Pattern.compile("^(?:\\d{3}[ -]|\\+OK|-ERR|HTTP/|SSH-)");

  /**
   * What it was.
   *
   * @param secret that must not be in the words
   * @param withToken whether a token was shown rather than a password
   */
  public static ImapTrouble of(Throwable thrown, String secret, boolean withToken) {
    List<Throwable> chain = chain(thrown);
    if (chain.stream().anyMatch(OutgoingSockets::ledInside)) {
      return new ImapTrouble(ProbeFinding.NOT_ALLOWED, "");
    }
    String said = ServerWords.shown(message(chain), secret);
    for (Throwable each : chain) {
      Optional<ProbeFinding> found = network(each);
      if (found.isPresent()) {
        return new ImapTrouble(found.get(), said);
      }
    }
    String all = all(chain);
    boolean login = chain.stream().anyMatch(AuthenticationFailedException.class::isInstance);
    if (all.contains("starttls required but not supported")) {
      return new ImapTrouble(ProbeFinding.NO_STARTTLS, said);
    }
    if (SOMETHING_ELSE.matcher(said).find()) {
      return new ImapTrouble(ProbeFinding.NOT_IMAP, said);
    }
    Optional<ProbeFinding> meant = ServerWords.meaning(all);
    if (meant.isPresent()) {
      // A server that knows no password login refuses tokens for another reason.
      boolean token = withToken && meant.get() == ProbeFinding.NO_PASSWORDS;
      return new ImapTrouble(token ? ProbeFinding.TOKEN_REFUSED : meant.get(), said);
    }
    if (login || all.contains("[authenticationfailed]") || all.contains("[authorizationfailed]")) {
      return new ImapTrouble(
          withToken ? ProbeFinding.TOKEN_REFUSED : ProbeFinding.LOGIN_REFUSED, said);
    }
    if (all.contains("bye") || all.contains("connection dropped") || all.contains("eof")) {
      return new ImapTrouble(ProbeFinding.CUT_OFF, said);
    }
    return new ImapTrouble(ProbeFinding.OTHER, said);
  }

  private static Optional<ProbeFinding> network(Throwable each) {
    return switch (each) {
      case UnknownHostException unknown -> Optional.of(ProbeFinding.NO_HOST);
      case CertificateExpiredException expired -> Optional.of(ProbeFinding.CERTIFICATE_EXPIRED);
      case CertificateNotYetValidException early -> Optional.of(ProbeFinding.CERTIFICATE_EXPIRED);
      case SSLException tls -> tls(tls);
      case NoRouteToHostException none -> Optional.of(ProbeFinding.SILENT);
      case SocketTimeoutException slow ->
          Optional.of(lower(slow).contains("connect") ? ProbeFinding.SILENT : ProbeFinding.SLOW);
      case ConnectException refused ->
          Optional.of(
              lower(refused).contains("timed out")
                  ? ProbeFinding.SILENT
                  : ProbeFinding.PORT_REFUSED);
      case SocketException cut -> Optional.of(ProbeFinding.CUT_OFF);
      default -> Optional.empty();
    };
  }

  private static Optional<ProbeFinding> tls(SSLException tls) {
    String all = all(chain(tls));
    if (all.contains("unrecognized ssl message") || all.contains("plaintext connection")) {
      return Optional.of(ProbeFinding.PLAIN_THERE);
    }
    if (all.contains("no subject alternative")
        || all.contains("no name matching")
        || all.contains("server identity")) {
      return Optional.of(ProbeFinding.CERTIFICATE_NAME);
    }
    for (Throwable each : chain(tls)) {
      if (each instanceof CertificateExpiredException
          || each instanceof CertificateNotYetValidException) {
        return Optional.of(ProbeFinding.CERTIFICATE_EXPIRED);
      }
      if (each instanceof SocketTimeoutException) {
        return Optional.of(ProbeFinding.SLOW);
      }
    }
    if (all.contains("pkix")
        || all.contains("certification path")
        || all.contains("certificate_unknown")
        || all.contains("trustanchors")) {
      return Optional.of(ProbeFinding.CERTIFICATE_UNKNOWN);
    }
    if (all.contains("eof") || all.contains("terminated the handshake")) {
      return Optional.of(ProbeFinding.CUT_OFF);
    }
    return Optional.of(ProbeFinding.TLS);
  }

  private static List<Throwable> chain(Throwable thrown) {
    var chain = new ArrayList<Throwable>();
    @Nullable Throwable each = thrown;
    while (each != null && chain.size() < DEEPEST) {
      chain.add(each);
      @Nullable Throwable next =
          each instanceof jakarta.mail.MessagingException mail
              ? mail.getNextException()
              : each.getCause();
      each = next == each ? null : next;
    }
    return chain;
  }

  private static String message(List<Throwable> chain) {
    // What is ours says what to do already; what the server said is below it.
    return chain.stream()
        .filter(each -> !(each instanceof MailException))
        .map(Throwable::getMessage)
        .filter(text -> text != null && !text.isBlank())
        .findFirst()
        .orElse("");
  }

  private static String all(List<Throwable> chain) {
    var all = new StringBuilder();
    chain.stream()
        .filter(each -> !(each instanceof MailException))
        .forEach(each -> all.append(lower(each)).append('\n'));
    return all.toString();
  }

  private static String lower(Throwable each) {
    return String.valueOf(each.getMessage()).toLowerCase(Locale.ROOT);
  }
}
