package dev.peregrine.host.connections;

import dev.peregrine.host.settings.SettingsNav;
import dev.peregrine.host.web.SettingField;
import dev.peregrine.host.web.Shell;
import java.util.List;
import java.util.Optional;

/**
 * One integration.
 *
 * @param about what it is for
 * @param since since when it is connected; empty where it is not
 * @param hasStored whether there is a setting to forget
 * @param fields of its settings, in the author's order
 * @param hosts whom it talks to
 * @param homepage where a person reads more; may be empty
 * @param terms what its operator asks for; may be empty
 * @param testIsSeen whether a test sends something that others may see
 * @param signIn how the person signs in; empty where the settings suffice
 * @param problem what went wrong just now; may be empty
 */
record ConnectionPage(
    Shell shell,
    SettingsNav nav,
    Card card,
    String about,
    String since,
    boolean hasStored,
    List<SettingField> fields,
    List<String> hosts,
    boolean anyHost,
    String homepage,
    String terms,
    boolean testIsSeen,
    Optional<SignInPart> signIn,
    String problem) {

  boolean locked() {
    return card.locked().isPresent();
  }

  /** Whether signing in is what comes next. */
  boolean signInFirst() {
    return signIn.filter(part -> !part.done()).isPresent() && !card.connected();
  }

  /** Whether a sign-in waits, whose button is the next step then. */
  boolean signInWaits() {
    return signIn.filter(SignInPart::waits).isPresent();
  }

  String token() {
    return shell.token();
  }
}
