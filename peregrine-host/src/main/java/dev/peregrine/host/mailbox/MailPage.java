package dev.peregrine.host.mailbox;

import dev.peregrine.host.schedules.TimingForm;
import dev.peregrine.host.settings.SettingsNav;
import dev.peregrine.host.web.Shell;
import java.util.List;
import java.util.Optional;

/**
 * The mailboxes that are read, and when.
 *
 * @param presets who can be chosen
 * @param seen mark of the file as it was shown
 */
record MailPage(
    Shell shell,
    SettingsNav nav,
    String problem,
    Optional<SyncPillPart> pill,
    List<Line> lines,
    List<Choice> presets,
    TimingForm check,
    boolean watch,
    String seen) {

  /**
   * A mailbox.
   *
   * @param word how it is, and its colour
   * @param state what happened last; may be empty
   */
  record Line(
      String id,
      String name,
      boolean on,
      String word,
      String tag,
      String about,
      String reads,
      String state) {}

  /** A provider. */
  record Choice(String key, String label) {}

  String token() {
    return shell.token();
  }
}
