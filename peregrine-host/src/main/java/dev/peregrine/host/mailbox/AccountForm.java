package dev.peregrine.host.mailbox;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.MailAccount;
import dev.peregrine.host.config.MailAccount.Auth;
import dev.peregrine.host.config.MailFolderChoice;
import dev.peregrine.host.config.MailServer;
import dev.peregrine.host.config.MailServer.Security;
import dev.peregrine.host.web.Visit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A mailbox as it was typed.
 *
 * @param preset key of what it was made from
 * @param port as typed
 * @param password as typed; never shown again
 */
record AccountForm(
    String preset,
    String address,
    String name,
    String host,
    String port,
    String security,
    String username,
    String auth,
    String password) {

  /** Shows no password. */
  @Override
  public String toString() {
    return "AccountForm[" + preset + "]";
  }

  /** An empty form for that preset. */
  static AccountForm of(Preset preset, String address) {
    boolean isAddress = isAddress(address);
    Optional<MailServer> server =
        isAddress || !preset.isOwn() ? preset.server(address) : Optional.empty();
    return new AccountForm(
        preset.key(),
        address,
        "",
        server.map(MailServer::host).orElse(""),
        Integer.toString(preset.port()),
        preset.security().key(),
        isAddress ? preset.username(address) : "",
        preset.password() == Preset.Wants.SIGN_IN ? Auth.XOAUTH2.key() : Auth.PASSWORD.key(),
        "");
  }

  /** A form with what is stored. */
  static AccountForm of(MailAccount account) {
    return new AccountForm(
        account.provider().orElse(Preset.OWN.key()),
        account.address(),
        account.name(),
        account.server().host(),
        Integer.toString(account.server().port()),
        account.server().security().key(),
        account.username(),
        account.auth().key(),
        "");
  }

  /** A form as it was sent. */
  static AccountForm typed(Visit visit) {
    Preset preset = Preset.of(visit.value("preset"));
    String address = visit.value("address");
    AccountForm usual = of(preset, address);
    return new AccountForm(
        preset.key(),
        address,
        visit.value("name"),
        or(visit.value("host"), usual.host()),
        or(visit.value("port"), usual.port()),
        or(visit.value("security"), usual.security()),
        or(visit.value("username"), usual.username()),
        or(visit.value("auth"), usual.auth()),
        // Providers show app passwords in groups, and people copy them so.
        preset.password() == Preset.Wants.APP
                && visit.value("password").matches("([a-z]{4} ){3}[a-z]{4}")
            ? visit.value("password").replace(" ", "")
            : visit.value("password"));
  }

  private static String or(String typed, String usual) {
    return typed.isEmpty() ? usual : typed;
  }

  static boolean isAddress(String text) {
    return text.length() <= 200 && text.matches("[^@\\s]+@[^@\\s]+");
  }

  boolean withToken() {
    return auth.equals(Auth.XOAUTH2.key());
  }

  /** What is wrong with it, by field; empty for nothing. */
  Map<String, String> errors() {
    var errors = new LinkedHashMap<String, String>();
    if (!isAddress(address)) {
      errors.put("address", t("mailbox.no-address", "typed", address));
    }
    if (!port.matches("\\d{1,5}")
        || Integer.parseInt(port) < 1
        || Integer.parseInt(port) > 65_535) {
      errors.put("port", t("mailbox.no-port", "typed", port));
    }
    if (!errors.containsKey("port")) {
      try {
        var _ = new MailServer(host, Integer.parseInt(port), Security.TLS);
        if (Security.of(security) == Security.NONE
            && !MailServer.of(host, Security.TLS).isThisMachine()) {
          errors.put("security", t("mailbox.not-plain", "host", host));
        }
      } catch (IllegalArgumentException wrong) {
        errors.put("host", t("mailbox.no-host", "typed", host));
      }
    }
    if (withToken() && Preset.of(preset).oauth().isEmpty()) {
      errors.put("auth", t("mailbox.no-sign-in-there"));
    }
    return errors;
  }

  /**
   * The mailbox that it says.
   *
   * @param before what it was; its folders stay
   */
  MailAccount account(String id, Optional<MailAccount> before) {
    return new MailAccount(
        id,
        name.isEmpty() ? address : name,
        address,
        before.map(MailAccount::on).orElse(true),
        Optional.of(preset),
        new MailServer(host, Integer.parseInt(port), Security.of(security)),
        username.isEmpty() ? address : username,
        Auth.of(auth.toLowerCase(Locale.ROOT)),
        before.map(MailAccount::folders).orElse(MailFolderChoice.USUAL),
        before.map(MailAccount::lookBackDays).orElse(MailAccount.USUAL_DAYS));
  }
}
