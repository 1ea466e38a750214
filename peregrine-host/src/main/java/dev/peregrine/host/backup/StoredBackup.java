package dev.peregrine.host.backup;

import java.time.Instant;

/**
 * A backup in the home's own folder.
 *
 * @param name of the file or folder
 */
public record StoredBackup(String name, Kind kind, long bytes, Instant made, boolean encrypted) {

  /** How it came to be. */
  public enum Kind {
    MADE("made by hand"),
    SCHEDULED("made on schedule"),
    UPLOADED("uploaded"),
    BEFORE_RESTORE("set aside by a restore"),
    BEFORE_UPGRADE("database before an upgrade");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** As a person reads it. */
    public String words() {
      return words;
    }

    /** Whether it is one file that can be downloaded and checked. */
    public boolean isArchive() {
      return this == MADE || this == SCHEDULED || this == UPLOADED;
    }

    static Kind of(String name) {
      if (name.startsWith("before-restore-")) {
        return BEFORE_RESTORE;
      }
      if (name.startsWith("before-V")) {
        return BEFORE_UPGRADE;
      }
      if (name.startsWith("uploaded-")) {
        return UPLOADED;
      }
      return name.contains("-scheduled") ? SCHEDULED : MADE;
    }
  }
}
