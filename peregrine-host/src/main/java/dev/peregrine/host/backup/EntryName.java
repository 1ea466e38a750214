package dev.peregrine.host.backup;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of entries in an archive: which are allowed, and how they are held against each other. */
final class EntryName {

  static final String MANIFEST = "manifest.json";
  static final String DATABASE = "data/staging.db";

  /** Values of secrets, in encrypted archives only; whoever starts next seals them. */
  static final String SECRETS = "data/secrets.json";

  /** They open with the key of this machine only. */
  static final String SEALED = "data/secrets.sealed";

  private static final List<String> ROOTS = List.of("config/", "data/", "plugins/");

  /** What lives beside the data and is never part of a backup. */
  private static final List<String> NEVER =
      List.of(
          "data/backups/",
          "data/restoring/",
          "data/answers/",
          "data/peregrine.lock",
          "data/erasing",
          "data/snapshot-",
          DATABASE + ".lock",
          DATABASE + "-");

  private static final Pattern SEGMENT = Pattern.compile("[^\\p{Cntrl}\\\\/]{1,200}");

  // What Windows takes for a drive, a stream, a device or another name.
  private static final Pattern ODD_ON_WINDOWS =
      Pattern.compile("(?i).*[:*?\"<>|].*|.*[ .]|(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

  private static final boolean ON_WINDOWS = File.separatorChar == '\\';

  private EntryName() {}

  /**
   * Lets only names through that stay within the three folders of a home.
   *
   * @throws BackupException for any other
   */
  static String checked(String name) {
    boolean inside = ROOTS.stream().anyMatch(name::startsWith) && name.length() <= 500;
    if (!inside || isNever(name)) {
      throw refused(name);
    }
    for (String segment : name.split("/", -1)) {
      boolean odd =
          segment.startsWith(".")
              || !SEGMENT.matcher(segment).matches()
              || ON_WINDOWS && ODD_ON_WINDOWS.matcher(segment).matches();
      if (odd) {
        throw refused(name);
      }
    }
    return name;
  }

  static boolean isFit(String name) {
    try {
      return checked(name).equals(name);
    } catch (BackupException unfit) {
      return false;
    }
  }

  /** Whether a file of a home is left out of every backup, and stays where it is in a restore. */
  static boolean isNever(String name) {
    String folded = folded(name);
    return NEVER.stream().anyMatch(folded::startsWith)
        || folded.startsWith("config/") && folded.endsWith(".example")
        || name.contains("/.");
  }

  /** Whether a file holds the person's secrets, or the key to them. */
  static boolean isSecret(String name) {
    String folded = folded(name);
    return folded.startsWith("data/secrets")
        || folded.equals("config/licence.json")
        || folded.startsWith("config/secrets")
        || folded.endsWith(".key")
        || folded.endsWith(".pem");
  }

  /** As a file system that knows no capitals sees it. */
  static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static BackupException refused(String name) {
    String shown = name.length() > 80 ? name.substring(0, 80) + "…" : name;
    return new BackupException(
        "The archive holds \"%s\", expected only files under config/, data/ and plugins/. Nothing was changed; it was not made by Peregrine, or somebody changed it."
            .formatted(shown.replaceAll("\\p{Cntrl}", "?")));
  }
}
