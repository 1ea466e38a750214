package dev.peregrine.plugin.integration.smtp;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Why a server did not take a mail. Its own words stay out of it: some repeat what was said when
 * signing in.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321#section-4.2.3">RFC 5321, 4.2.3</a>
 */
final class Refusal {

  private static final int DEEPEST = 10;

  /** As servers begin their answers, and as the library quotes a bad greeting. */
  private static final Pattern CODE = Pattern.compile("(?:^|response: )([45]\\d\\d)\\b");

  /** What the library takes for an answer where the connection ended. */
  private static final String CUT = "[EOF]";

  private Refusal() {}

  static ExtensionException of(Exception failed, Server server) {
    List<Throwable> chain = chain(failed);
    if (chain.stream().anyMatch(AuthenticationFailedException.class::isInstance)
        && !says(chain, CUT)) {
      return login(code(chain), server);
    }
    OptionalInt code = code(chain);
    if (code.isPresent()) {
      return refused(code.getAsInt(), chain, server);
    }
    if (chain.stream().anyMatch(SSLHandshakeException.class::isInstance)) {
      return bad(
          "\"%s\" shows a certificate that is not its own or that nobody vouches for. Check the name of the server."
              .formatted(server.host()));
    }
    if (chain.stream().anyMatch(SSLException.class::isInstance)) {
      return bad(
          "\"%s\" does not speak TLS on port %d. Try STARTTLS, or another port."
              .formatted(server.host(), server.port()));
    }
    if (says(chain, "STARTTLS")) {
      return bad(
          "\"%s\" offers no STARTTLS on port %d. Try TLS, or another port."
              .formatted(server.host(), server.port()));
    }
    return later(
        chain.stream().anyMatch(IOException.class::isInstance) || says(chain, CUT)
            ? "\"%s\" broke off or said nothing. It is tried again later.".formatted(server.host())
            : "\"%s\" did not speak SMTP on port %d. It is tried again later."
                .formatted(server.host(), server.port()));
  }

  private static ExtensionException login(OptionalInt code, Server server) {
    return code.isPresent() && code.getAsInt() < 500
        ? later(
            "\"%s\" cannot check the password now (%d). It is tried again later."
                .formatted(server.host(), code.getAsInt()))
        : bad(
            "\"%s\" refuses user and password%s. Enter them again; many providers want a password made for apps."
                .formatted(
                    server.host(), code.isPresent() ? " (%d)".formatted(code.getAsInt()) : ""));
  }

  private static ExtensionException refused(int code, List<Throwable> chain, Server server) {
    if (code < 500) {
      return later(
          "\"%s\" does not take mails now (%d). It is tried again later."
              .formatted(server.host(), code));
    }
    if (code == 530 || code == 538) {
      return bad(
          "\"%s\" wants a user and password, or encryption (%d). Complete the settings."
              .formatted(server.host(), code));
    }
    if (chain.stream().anyMatch(SMTPSenderFailedException.class::isInstance)) {
      return bad(
          "\"%s\" does not take mails from \"%s\" (%d). Change the sender in the settings."
              .formatted(server.host(), server.from().getAddress(), code));
    }
    if (chain.stream().anyMatch(SMTPAddressFailedException.class::isInstance)) {
      return bad(
          "\"%s\" does not take mails to this address (%d). Change it in the settings."
              .formatted(server.host(), code));
    }
    return new ExtensionException(
        Kind.REFUSED,
        "\"%s\" refuses the mail (%d). Ask its operator why.".formatted(server.host(), code));
  }

  private static OptionalInt code(List<Throwable> chain) {
    for (Throwable each : chain) {
      int code =
          switch (each) {
            case SMTPSendFailedException sending -> sending.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPAddressFailedException address -> address.getReturnCode();
            default -> 0;
          };
      if (code >= 400) {
        return OptionalInt.of(code);
      }
    }
    return chain.stream()
        .filter(MessagingException.class::isInstance)
        .map(each -> CODE.matcher(String.valueOf(each.getMessage())))
        .filter(Matcher::find)
        .mapToInt(found -> Integer.parseInt(found.group(1)))
        .findFirst();
  }

  private static boolean says(List<Throwable> chain, String word) {
    return chain.stream().anyMatch(each -> String.valueOf(each.getMessage()).contains(word));
  }

  private static List<Throwable> chain(Throwable thrown) {
    var chain = new ArrayList<Throwable>();
    @Nullable Throwable each = thrown;
    while (each != null && chain.size() < DEEPEST) {
      chain.add(each);
      each = each instanceof MessagingException mail ? mail.getNextException() : each.getCause();
    }
    return chain;
  }

  private static ExtensionException bad(String text) {
    return new ExtensionException(Kind.BAD_SETTINGS, text);
  }

  private static ExtensionException later(String text) {
    return new ExtensionException(Kind.UNAVAILABLE, text);
  }
}
