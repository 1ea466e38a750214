package dev.peregrine.host.earlier;

import dev.peregrine.host.backup.BackupException;
import dev.peregrine.host.backup.ForeignArchive;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is there of an installation of the earlier program: a folder, its database alone, or a zip.
 *
 * @param name as the person knows it
 * @param database the file, if there is one
 * @param files the others by their place in an installation, such as {@code config/user.yaml}
 * @param notes what the person should know of how it was read
 */
record OldInstallation(
    String name, Optional<Path> database, Map<String, Path> files, List<String> notes) {

  private static final String CONFIG =
      "config/(?:integrations/)?[A-Za-z0-9_-]{1,80}\\.(?:yaml|yml|json)"
          + "|config/user\\.yaml\\.working|config/[A-Za-z0-9_-]{1,80}\\.pdf"
          + "|config/credentials/[A-Za-z0-9_.-]{1,80}\\.json|config/\\.credential_key";
  private static final String OTHER = "survey_screenshots/\\d{1,12}/[A-Za-z0-9_-]{1,80}\\.png";
  private static final Pattern WANTED =
      Pattern.compile(
          "((?:data/)?(?:%s|%s)|(?:data/)?staging\\.db(?:-wal|-journal)?|\\.env)"
              .formatted(CONFIG, OTHER));

  /** Its interface packed the files of config without their folder. */
  private static final Pattern LOOSE =
      Pattern.compile(
          "(?:user|search_profiles|blocklist|resume_keywords|skills_suggestions|plain_text_resume|llm|email|adzuna|craigslist|notion|tokens|server|label_tool)\\.yaml|license\\.(?:json|yaml)");

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] SQLITE = {'S', 'Q', 'L', 'i', 't', 'e'};
  private static final long MOST_BYTES = 20 << 20;
  private static final int MOST_FILES = 20_000;

  /**
   * Looks at what was named; a zip is unpacked.
   *
   * @param work an empty folder for that
   * @throws EarlierException with a sentence where it is nothing of the earlier program
   */
  static OldInstallation at(Path named, Path work) {
    String name = String.valueOf(named.getFileName());
    try {
      if (Files.isDirectory(named)) {
        return folder(named, name);
      }
      if (!Files.isRegularFile(named) || !Files.isReadable(named)) {
        throw new EarlierException(
            "There is no file or folder \"%s\" that can be read. Name the folder of the earlier Peregrine, its staging.db, or a backup of it (zip)."
                .formatted(named));
      }
      byte[] head = head(named);
      if (begins(head, SQLITE) || name.endsWith(".db")) {
        return new OldInstallation(name, Optional.of(named), Map.of(), List.of());
      }
      if (begins(head, ZIP) || name.toLowerCase(java.util.Locale.ROOT).endsWith(".zip")) {
        return zip(named, name, work);
      }
    } catch (IOException | UncheckedIOException failed) {
      throw new EarlierException(
          "\"%s\" cannot be read (%s). Give your user the right to."
              .formatted(name, failed.getClass().getSimpleName()),
          failed);
    }
    throw new EarlierException(
        "\"%s\" is neither a zip nor a database. Name the folder of the earlier Peregrine, its staging.db, or a backup of it (zip)."
            .formatted(name));
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(8);
    }
  }

  private static boolean begins(byte[] head, byte[] with) {
    return head.length >= with.length && Arrays.equals(Arrays.copyOf(head, with.length), with);
  }

  private static OldInstallation folder(Path folder, String name) throws IOException {
    var found = new TreeMap<String, Path>();
    for (String part :
        List.of(
            "", "config", "data", "data/config", "survey_screenshots", "data/survey_screenshots")) {
      Path in = folder.resolve(part);
      boolean deep = part.endsWith("config") || part.endsWith("screenshots");
      if (Files.isDirectory(in)) {
        try (Stream<Path> walked = Files.walk(in, deep ? 2 : 1, FileVisitOption.FOLLOW_LINKS)) {
          walked
              .filter(Files::isRegularFile)
              .limit(MOST_FILES)
              .forEach(
                  file -> {
                    String at = folder.relativize(file).toString().replace('\\', '/');
                    if (WANTED.matcher(at).matches()) {
                      found.put(at, file);
                    } else if (part.isEmpty() && LOOSE.matcher(at).matches()) {
                      found.putIfAbsent("config/" + at, file);
                    }
                  });
        }
      }
    }
    return of(name, found, "folder");
  }

  private static OldInstallation zip(Path zip, String name, Path work) {
    var ours = new AtomicBoolean();
    try {
      Map<String, Path> files =
          ForeignArchive.unpack(
              zip,
              work,
              entry -> {
                ours.compareAndSet(false, entry.equals("manifest.json"));
                return place(entry);
              });
      if (ours.get()) {
        throw new EarlierException(
            "\"%s\" is a backup of this Peregrine, not of the earlier one. Restore it under Settings → Backup, or with: peregrine backup restore FILE"
                .formatted(name));
      }
      return of(name, new TreeMap<>(files), "zip");
    } catch (BackupException unfit) {
      throw new EarlierException(String.valueOf(unfit.getMessage()), unfit);
    }
  }

  /** Where an entry belongs; the installation may lie in a folder of the zip. */
  private static Optional<String> place(String entry) {
    if (WANTED.matcher(entry).matches()) {
      return Optional.of(entry);
    }
    if (LOOSE.matcher(entry).matches()) {
      return Optional.of("config/" + entry);
    }
    int slash = entry.indexOf('/');
    return slash > 0
        ? Optional.of(entry.substring(slash + 1)).filter(rest -> WANTED.matcher(rest).matches())
        : Optional.empty();
  }

  private static OldInstallation of(String name, TreeMap<String, Path> found, String kind)
      throws EarlierException {
    var notes = new ArrayList<String>();
    Path first = found.get("data/staging.db");
    Path second = found.get("staging.db");
    Optional<Path> database = Optional.ofNullable(first != null ? first : second);
    if (first != null && second != null) {
      notes.add(
          "There are two databases. data/staging.db is read, as the earlier program did; import staging.db by itself if you miss something.");
    }
    var files = new LinkedHashMap<String, Path>();
    found.forEach(
        (at, file) -> {
          if (at.contains("staging.db")) {
            return;
          }
          if (size(file) > MOST_BYTES) {
            notes.add("%s is larger than 20 MB and was left out.".formatted(at));
          } else {
            files.put(at, file);
          }
        });
    if (database.isEmpty() && files.keySet().stream().noneMatch(OldInstallation::isTelling)) {
      throw new EarlierException(
          "The %s \"%s\" holds neither staging.db nor config/user.yaml, so it is no earlier Peregrine. Name the folder that has them, or a backup of it."
              .formatted(kind, name));
    }
    return new OldInstallation(name, database, files, notes);
  }

  private static boolean isTelling(String at) {
    Matcher config = Pattern.compile("(?:data/)?config/(.+)").matcher(at);
    return config.matches() && LOOSE.matcher(config.group(1)).matches();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      return Long.MAX_VALUE;
    }
  }
}
