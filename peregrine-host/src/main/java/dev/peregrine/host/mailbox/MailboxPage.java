package dev.peregrine.host.mailbox;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.settings.SettingsNav;
import dev.peregrine.host.web.Shell;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One mailbox, stored or not yet.
 *
 * @param id empty for a new one
 * @param errors by field
 * @param passwordSet whether one is stored
 * @param tried what a try came to
 * @param signIn where it is opened with a token
 * @param folders of a stored one
 */
record MailboxPage(
    Shell shell,
    SettingsNav nav,
    String id,
    boolean on,
    AccountForm form,
    How how,
    Map<String, String> errors,
    boolean passwordSet,
    Optional<Tried> tried,
    Optional<SignIn> signIn,
    Optional<Folders> folders,
    String problem) {

  /**
   * How its provider wants it.
   *
   * @param choices of what the server is shown, where there are two
   */
  record How(
      String label, List<String> steps, String help, String helpHost, boolean own, Auths auths) {}

  /** What a mailbox of a provider can be opened with. */
  enum Auths {
    PASSWORD,
    SIGN_IN,
    EITHER
  }

  /**
   * What a try came to.
   *
   * @param what in words
   * @param todo what to do now; may be empty
   * @param said the server's words; may be empty
   */
  record Tried(boolean good, String what, String todo, String said) {}

  /**
   * Signing in at the provider.
   *
   * @param provider its name
   * @param clientId of the client that the person registered; empty for none
   * @param back the address of ours that is registered there; empty where none is
   * @param link where to go on; empty before the person asked for it
   * @param code to type in there; empty before the person asked for one
   * @param page where to type it
   */
  record SignIn(
      String provider,
      String key,
      boolean done,
      String clientId,
      boolean secretSet,
      String back,
      String link,
      String code,
      String page,
      String pageHost,
      boolean device,
      String problem) {}

  /**
   * What is read.
   *
   * @param known whether the server was asked for them
   * @param boxes those that can be read
   * @param names for the choices
   * @param foundSent the folder of sent mails that was found by itself
   */
  record Folders(
      boolean known,
      List<Box> boxes,
      List<String> names,
      String sent,
      String foundSent,
      String todo,
      String forwarded,
      String days,
      String daysError) {}

  /** A folder and what the server says of it. */
  record Box(String name, boolean chosen, String about) {}

  /** The ways to encrypt. */
  List<MailPage.Choice> securities() {
    return List.of(
        new MailPage.Choice("tls", "TLS"),
        new MailPage.Choice("starttls", "STARTTLS"),
        new MailPage.Choice("none", t("mailbox.security-none")));
  }

  boolean isNew() {
    return id.isEmpty();
  }

  String title() {
    if (!isNew()) {
      return form.name();
    }
    return how.own() ? t("mailbox.add") : t("mailbox.add-at", "provider", how.label());
  }

  /** What stands below the title. */
  String about() {
    if (isNew()) {
      return t("mailbox.add-about");
    }
    return form.name().equals(form.address()) ? form.host() : form.address();
  }

  String here() {
    return isNew() ? "/settings/mail-add" : "/settings/mail/" + id;
  }

  /** What is wrong with a field; empty for nothing. */
  String error(String field) {
    return errors.getOrDefault(field, "");
  }

  /** Whether the fields of the server are to be seen at once. */
  boolean serverOpen() {
    return how.own()
        || errors.containsKey("host")
        || errors.containsKey("port")
        || errors.containsKey("security");
  }

  boolean withToken() {
    return form.withToken();
  }

  String token() {
    return shell.token();
  }
}
