package dev.peregrine.plugin.integration.homeassistant;

import dev.peregrine.api.integration.Notice;
import dev.peregrine.wire.JsonObject;

/**
 * What Home Assistant's apps take beside the text: the address to open, how much to disturb, and a
 * tag by which the same notice, when it comes again, replaces itself.
 *
 * @see <a href="https://companion.home-assistant.io/docs/notifications/notifications-basic">The
 *     apps' notifications</a>
 */
final class ForPhone {

  private ForPhone() {}

  static JsonObject data(Notice notice) {
    JsonObject data = new JsonObject().text("tag", notice.id()).text("group", "peregrine");
    notice
        .link()
        .ifPresent(
            // The one name is for iOS, the other for Android.
            link -> data.text("url", link.toString()).text("clickAction", link.toString()));
    switch (notice.priority()) {
      case LOW -> data.text("importance", "low").object("push", level("passive"));
      case NORMAL -> {}
      case URGENT ->
          data.whole("ttl", 0)
              .text("priority", "high")
              .text("importance", "high")
              .object("push", level("time-sensitive"));
    }
    return data;
  }

  private static JsonObject level(String level) {
    return new JsonObject().text("interruption-level", level);
  }
}
