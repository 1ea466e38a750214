package dev.peregrine.host.notifications;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.integration.Notice.Event;
import dev.peregrine.api.integration.Notice.Priority;
import dev.peregrine.host.config.NoticePace;
import java.util.Locale;

/** Events, priorities and paces as people read them. */
final class EventWords {

  private EventWords() {}

  static String name(Event event) {
    return t("notifications.event-" + key(event));
  }

  static String about(Event event) {
    return t("notifications.about-" + key(event));
  }

  private static String key(Event event) {
    return event.key().replace('_', '-');
  }

  static String least(Priority priority) {
    return t("notifications.least-" + priority.name().toLowerCase(Locale.ROOT));
  }

  static String pace(NoticePace pace) {
    return switch (pace) {
      case NoticePace.AtOnce atOnce -> t("notifications.at-once");
      case NoticePace.Every every -> every(every.minutes());
      case NoticePace.Daily daily -> t("notifications.daily-at", "time", daily.at().toString());
    };
  }

  static String every(int minutes) {
    return minutes % 60 == 0
        ? t("notifications.every-hours", "count", minutes / 60)
        : t("notifications.every-minutes", "count", minutes);
  }
}
