package dev.peregrine.host.mailbox;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.MailServer;
import dev.peregrine.host.config.MailServer.Security;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What is known of a provider of mailboxes.
 *
 * @param key in {@code email.yaml} and in the names of texts
 * @param host for {@code %s} the address's domain
 * @param login what its server takes for a name
 * @param password which one it wants
 * @param steps how many steps the texts have
 * @param help the provider's page on which the password is made, or IMAP is switched on
 * @param oauth key of who gives tokens for it
 */
record Preset(
    String key,
    String name,
    Pattern domains,
    String host,
    int port,
    Security security,
    Login login,
    Wants password,
    int steps,
    Optional<URI> help,
    Optional<String> oauth) {

  /** What a server takes for a name. */
  enum Login {
    ADDRESS,
    /** What stands before the @. */
    LOCAL_PART
  }

  /** Which password a server wants from programs. */
  enum Wants {
    /** The one the person signs in with. */
    USUAL,
    /** One made for a program. */
    APP,
    /** None: the person signs in at the provider. */
    SIGN_IN
  }

  /** For everybody who is not known. */
  static final Preset OWN = preset("own", "", "(?!)", "imap.%s", Wants.USUAL, 2, "", "");

  // Hosts and help pages as they are commonly known; none was tried with an account. docs/mail.md
  // has
  // the list.
  private static final List<Preset> KNOWN =
      List.of(
          preset(
              "gmail",
              "Gmail",
              "(gmail|googlemail)\\.com",
              "imap.gmail.com",
              Wants.APP,
              3,
              "https://myaccount.google.com/apppasswords",
              "google"),
          preset(
              "outlook",
              "Outlook, Hotmail",
              "(outlook|hotmail|live|windowslive)(\\.[a-z]{2,3}){1,2}|msn\\.com|passport\\.com",
              "outlook.office365.com",
              Wants.SIGN_IN,
              3,
              "https://outlook.live.com/mail/0/options/mail/accounts",
              "microsoft"),
          preset(
              "m365",
              "Microsoft 365",
              ".+\\.onmicrosoft\\.com",
              "outlook.office365.com",
              Wants.SIGN_IN,
              2,
              "",
              "microsoft"),
          preset(
                  "icloud",
                  "iCloud",
                  "(icloud|me|mac)\\.com",
                  "imap.mail.me.com",
                  Wants.APP,
                  3,
                  "https://account.apple.com/account/manage",
                  "")
              .withLogin(Login.LOCAL_PART),
          preset(
              "gmx",
              "GMX",
              "gmx\\.(de|net|at|ch|li|info|eu|org|biz)",
              "imap.gmx.net",
              Wants.USUAL,
              3,
              "https://hilfe.gmx.net/pop-imap/einschalten.html",
              ""),
          preset(
              "gmxcom",
              "GMX.com",
              "gmx\\.(com|us|co\\.uk|fr|es|it)",
              "imap.gmx.com",
              Wants.USUAL,
              2,
              "https://support.gmx.com/pop-imap/toggle.html",
              ""),
          preset(
              "webde",
              "WEB.DE",
              "web\\.de|email\\.de",
              "imap.web.de",
              Wants.USUAL,
              3,
              "https://hilfe.web.de/pop-imap/einschalten.html",
              ""),
          preset(
              "tonline",
              "T-Online, MagentaMail",
              "(t-online|magenta)\\.de",
              "secureimap.t-online.de",
              Wants.APP,
              2,
              "https://www.telekom.de/hilfe/apps-dienste/e-mail/passwort-sicherheit",
              ""),
          preset(
              "yahoo",
              "Yahoo",
              "(yahoo|ymail|rocketmail)(\\.[a-z]{2,3}){1,2}",
              "imap.mail.yahoo.com",
              Wants.APP,
              2,
              "https://login.yahoo.com/account/security",
              ""),
          preset(
              "fastmail",
              "Fastmail",
              "fastmail(\\.[a-z]{2,3}){1,2}|sent\\.com|messagingengine\\.com",
              "imap.fastmail.com",
              Wants.APP,
              2,
              "https://app.fastmail.com/settings/security",
              ""),
          preset(
              "mailboxorg",
              "mailbox.org",
              "mailbox\\.org",
              "imap.mailbox.org",
              Wants.USUAL,
              2,
              "https://login.mailbox.org/",
              ""),
          preset(
              "posteo",
              "Posteo",
              "posteo\\.[a-z.]{2,6}",
              "posteo.de",
              Wants.USUAL,
              2,
              "https://posteo.de/en/help",
              ""),
          preset(
                  "proton",
                  "Proton Mail",
                  "(proton|protonmail)(\\.[a-z]{2,3}){1,2}|pm\\.me",
                  "127.0.0.1",
                  Wants.APP,
                  3,
                  "https://proton.me/mail/bridge",
                  "")
              .at(1143, Security.STARTTLS),
          OWN);

  /** All of them, {@link #OWN} last. */
  static List<Preset> all() {
    return KNOWN;
  }

  private static Preset preset(
      String key,
      String name,
      String domains,
      String host,
      Wants wants,
      int steps,
      String help,
      String oauth) {
    return new Preset(
        key,
        name,
        Pattern.compile(domains),
        host,
        Security.TLS.usualPort(),
        Security.TLS,
        Login.ADDRESS,
        wants,
        steps,
        Optional.of(help).filter(page -> !page.isEmpty()).map(URI::create),
        Optional.of(oauth).filter(who -> !who.isEmpty()));
  }

  private Preset withLogin(Login newLogin) {
    return new Preset(
        key, name, domains, host, port, security, newLogin, password, steps, help, oauth);
  }

  private Preset at(int newPort, Security newSecurity) {
    return new Preset(
        key, name, domains, host, newPort, newSecurity, login, password, steps, help, oauth);
  }

  /** The one of that key; {@link #OWN} for none. */
  static Preset of(String key) {
    return KNOWN.stream().filter(each -> each.key().equals(key)).findFirst().orElse(OWN);
  }

  /** The one whose mailboxes have such addresses; {@link #OWN} for none. */
  static Preset forAddress(String address) {
    String domain = domain(address);
    return KNOWN.stream()
        .filter(each -> each.domains().matcher(domain).matches())
        .findFirst()
        .orElse(OWN);
  }

  static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1).strip().toLowerCase(Locale.ROOT);
  }

  /** Where the mailbox of that address probably is; empty where that is no server's name. */
  Optional<MailServer> server(String address) {
    try {
      return Optional.of(new MailServer(host.formatted(domain(address)), port, security));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** What its server takes for a name. */
  String username(String address) {
    int sign = address.lastIndexOf('@');
    return login == Login.LOCAL_PART && sign > 0 ? address.substring(0, sign) : address;
  }

  boolean isOwn() {
    return key.equals(OWN.key());
  }

  /** As people read it. */
  String label() {
    return isOwn() ? t("mailbox.own") : name;
  }

  /** What the person does there, in its order. */
  List<String> how() {
    return IntStream.rangeClosed(1, steps)
        .mapToObj(step -> t("mailbox.how-" + key + "-" + step))
        .toList();
  }
}
