package dev.peregrine.host.people;

import dev.peregrine.host.interviews.Frame;
import dev.peregrine.host.web.Icon;
import java.util.List;
import java.util.Optional;

/**
 * The people of an employer, and the log.
 *
 * @param kinds of messages that can be drafted
 * @param draft the one that is open
 * @param log the newest first, of all jobs of the employer
 * @param people those of the employer
 * @param names whom the log may name
 */
record PeoplePage(
    Frame frame,
    List<Kind> kinds,
    Optional<DraftCard> draft,
    List<Line> log,
    LogForm note,
    List<Card> people,
    ContactForm add,
    List<String> names) {

  /** A kind of message; stored where there is a draft of it. */
  record Kind(String title, String path, boolean stored, boolean here) {}

  /**
   * A line of the log.
   *
   * @param other the title of the job that it is about, where that is another one; empty for this
   * @param otherPath where that is
   * @param said the beginning of the text
   * @param text all of it, where that is more; empty otherwise
   * @param unknown the name where it is none of the people; empty otherwise
   * @param form to change it; empty for what came by mail
   */
  record Line(
      long id,
      Icon icon,
      String title,
      String when,
      String subject,
      String said,
      String text,
      String other,
      String otherPath,
      String unknown,
      Optional<LogForm> form) {}

  /**
   * Somebody.
   *
   * @param last when there was contact with them last; empty for never
   */
  record Card(
      long id,
      String name,
      String role,
      String mail,
      String phone,
      String phoneLink,
      String link,
      String host,
      String notes,
      String last,
      ContactForm form) {}

  String here() {
    return PeopleRoutes.path(frame.id());
  }

  String token() {
    return frame.token();
  }
}
