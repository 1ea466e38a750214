package dev.peregrine.host.notifications;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.integration.Notice;
import dev.peregrine.api.integration.Notice.Event;
import dev.peregrine.api.integration.Notice.Item;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Notices as they could be, to see how they look. */
final class Samples {

  /** Those that can be looked at. */
  static final List<Event> EVENTS =
      List.of(
          Event.POSTINGS_FOUND,
          Event.INTERVIEW_PROPOSED,
          Event.OFFER_RECEIVED,
          Event.REMINDER_DUE,
          Event.BOARD_CHANGED,
          Event.TASK_FAILED,
          Event.DIGEST);

  private Samples() {}

  static Notice of(Event event, Optional<URI> address, Instant now) {
    return switch (event) {
      case POSTINGS_FOUND ->
          several(event, t("notices.postings", "count", 3), jobs().toList(), address, now);
      case INTERVIEW_PROPOSED ->
          one(event, t("notices.interview", "who", who()), t("notifications.sample-mail"), now);
      case OFFER_RECEIVED ->
          one(event, t("notices.offer", "who", who()), t("notifications.sample-offer"), now);
      case REMINDER_DUE -> one(event, t("reminders.ask", "who", who()), quiet(), now);
      case BOARD_CHANGED ->
          one(
              event,
              t("notices.board-broken", "board", "Remotive"),
              t("notifications.sample-board"),
              now);
      case TASK_FAILED ->
          one(
              event,
              t("notices.task", "task", t("notifications.sample-task")),
              t("notifications.sample-error"),
              now);
      case DIGEST ->
          several(
              event,
              t("notices.digest", "count", 4),
              Stream.concat(
                      jobs().limit(2),
                      Stream.of(
                          item(t("reminders.ask", "who", who()), quiet()),
                          item(t("notices.board-broken", "board", "Remotive"), "")))
                  .toList(),
              address,
              now);
      case TEST -> one(event, t("notifications.test-title"), t("notifications.test-text"), now);
    };
  }

  private static Notice one(Event event, String title, String text, Instant now) {
    return Notice.of("sample-" + event.key() + "-" + now.toEpochMilli(), event, title, text, now);
  }

  private static Notice several(
      Event event, String title, List<Item> items, Optional<URI> address, Instant now) {
    return one(event, title, "", now)
        .withItems(items)
        .withLink(address.map(root -> root.resolve("/review")))
        .withFacts(Map.of("count", Integer.toString(items.size())));
  }

  private static Stream<Item> jobs() {
    return Stream.of(
        item(job(91), who() + ", Bremen"),
        item(job(84), "Wattenmeer GmbH, remote"),
        item(job(77), "Hafen & Söhne, Hamburg"));
  }

  private static String job(int score) {
    return t("notices.posting", "title", t("notifications.sample-job"), "score", score);
  }

  private static String quiet() {
    return t("reminders.quiet", "count", 9, "title", t("notifications.sample-job"));
  }

  private static String who() {
    return "Deichwerk AG";
  }

  private static Item item(String title, String text) {
    return new Item(title, text, Optional.empty());
  }
}
