package dev.peregrine.host.mails;

import java.util.Locale;

/** Something in a mail that could not be taken as it stands. Stored by {@link #key()}. */
public enum Trouble {
  /** Its parts do not fit together; what could be read of them was. */
  BROKEN_STRUCTURE,
  /** Its text is longer than what is kept. */
  TEXT_CUT,
  /** It names an alphabet that is none; another was tried. */
  UNKNOWN_CHARSET,
  /** It has more parts, one within the other or one beside the other, than are looked at. */
  TOO_MANY_PARTS,
  /** Nobody can be told as its sender. */
  NO_SENDER,
  /** It has no Message-ID. */
  NO_MESSAGE_ID,
  /** Its date is missing, long before mail or in the future. */
  STRANGE_DATE,
  /** Nothing of it could be read but that it is there. */
  UNREADABLE;

  /** The name in tables and JSON. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The trouble of that key. */
  static Trouble of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
