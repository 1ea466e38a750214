package dev.peregrine.host.notifications;

import dev.peregrine.host.settings.SettingsNav;
import dev.peregrine.host.web.Shell;
import java.util.List;
import java.util.Optional;

/**
 * What the person is told outside of Peregrine, where, and what became of it.
 *
 * @param targets where notices go
 * @param browser whether pages that are open tell them, too
 * @param rules one for each event
 * @param held what waits for its time
 * @param told what was told last
 * @param problem what is wrong; empty for nothing
 */
record NotificationsPage(
    Shell shell,
    SettingsNav nav,
    List<TargetLine> targets,
    boolean browser,
    List<RuleForm> rules,
    GeneralForm general,
    Preview preview,
    List<HeldLine> held,
    List<ToldLine> told,
    String seen,
    String problem) {

  /**
   * Where notices go.
   *
   * @param about what it takes
   * @param state how it is, in a sentence
   * @param trouble whether that is something to look at
   * @param waiting how many notices wait for it
   */
  record TargetLine(
      String key, String name, String about, String state, boolean trouble, long waiting) {}

  /** A value to choose. */
  record Choice(String key, String label, boolean chosen) {}

  /**
   * When the person is told of an event.
   *
   * @param said the rule as a sentence
   * @param score the least score; empty where the event has none
   * @param at the time of the day
   * @param where the targets that there are
   */
  record RuleForm(
      String key,
      String name,
      String about,
      String said,
      boolean on,
      Optional<String> score,
      List<Choice> least,
      List<Choice> paces,
      String at,
      List<Choice> where) {}

  /** What holds for all events. */
  record GeneralForm(
      boolean quiet,
      String from,
      String to,
      String most,
      String minutes,
      List<Choice> languages,
      String address) {}

  /**
   * A notice as a target would show it.
   *
   * @param limits how long it may be there
   */
  record Preview(
      List<Choice> events,
      List<Choice> targets,
      String title,
      String text,
      List<Line> items,
      String link,
      String limits) {}

  /** An item of a notice. */
  record Line(String title, String text) {}

  /** Something that waits for its time. */
  record HeldLine(String title, String when) {}

  /**
   * A notice that waits no longer.
   *
   * @param state what became of it; empty where it was told
   */
  record ToldLine(String title, String where, String when, String state) {}

  String token() {
    return shell.token();
  }
}
