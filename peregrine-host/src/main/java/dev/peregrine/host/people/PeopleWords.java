package dev.peregrine.host.people;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.contacts.Channel;
import dev.peregrine.host.contacts.ContactDetails;
import dev.peregrine.host.contacts.Direction;
import dev.peregrine.host.contacts.Said;
import dev.peregrine.host.web.Icon;

/** Contacts in words. */
final class PeopleWords {

  private PeopleWords() {}

  static String of(Direction direction) {
    return switch (direction) {
      case IN -> t("people.in");
      case OUT -> t("people.out");
      case BOTH -> t("people.both");
    };
  }

  static String of(Channel channel) {
    return switch (channel) {
      case MAIL -> t("people.mail");
      case CALL -> t("people.call");
      case MEETING -> t("people.meeting");
      case MESSAGE -> t("people.message");
    };
  }

  static String of(ContactDetails.Problem problem, ContactDetails details) {
    return switch (problem) {
      case NAME_MISSING -> t("people.name-missing");
      case MAIL -> t("people.mail-wrong", "typed", details.mail());
      case LINK -> t("people.link-wrong", "typed", details.link());
    };
  }

  /** {@code Mail from Jana Berg}. */
  static String title(Said said) {
    String what = of(said.channel());
    if (said.who().isEmpty()) {
      return switch (said.direction()) {
        case IN -> t("people.from-them", "what", what);
        case OUT -> t("people.to-them", "what", what);
        case BOTH -> what;
      };
    }
    return switch (said.direction()) {
      case IN -> t("people.from", "what", what, "who", said.who());
      case OUT -> t("people.to", "what", what, "who", said.who());
      case BOTH -> t("people.with", "what", what, "who", said.who());
    };
  }

  static Icon icon(Direction direction) {
    return switch (direction) {
      case IN -> Icon.DOWN;
      case OUT -> Icon.UP;
      case BOTH -> Icon.TALK;
    };
  }
}
