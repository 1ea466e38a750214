package dev.peregrine.host.mails;

import java.util.Locale;

/** What a folder is looked at for. Stored by {@link #key()}. */
public enum FolderRole {
  /** What comes in. */
  INBOX,
  /** What the person wrote. */
  SENT,
  /** One that the person chose, such as a label of theirs. */
  CHOSEN,
  /** Where mails about something to do are put. */
  TODO,
  /** Where the person has mails forwarded to; who forwarded them is not who wrote them. */
  FORWARDED,
  /** No folder of a server: what was dropped in or pasted. */
  FILES;

  /** The name in tables, configuration and JSON. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of that key. */
  public static FolderRole of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
