package dev.peregrine.integration.wire;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Names of files and folders that every store takes, so that a document has the same name wherever
 * it is: without what Windows, OneDrive or Dropbox forbid, and short enough for all of them.
 *
 * @see <a href="https://support.microsoft.com/office/64883a5d-228e-48f5-b3d2-eb39e07630fa">Names in
 *     OneDrive</a>
 */
public final class SafeName {

  private static final int LONGEST_FOLDER = 80;
  private static final int LONGEST_FILE = 120;

  /** File systems allow 255; some is left for a number behind the name. */
  private static final int MOST_BYTES = 240;

  private static final Pattern FORBIDDEN = Pattern.compile("[\\\\/:*?\"<>|\\x7f]");

  /** What nobody sees, or what turns a name around; joined emoji stay whole. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]|[\\p{Cf}&&[^\\u200d]]");

  private static final Pattern RESERVED =
      Pattern.compile(
          "(?i)(con|prn|aux|nul|com\\d|lpt\\d|desktop\\.ini|forms)(\\..*)?|\\.lock|~\\$.*|.*_vti_.*");

  private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,10}$");

  private SafeName() {}

  /** A folder's name. */
  public static String folder(String wanted) {
    return shortened(clean(wanted), "", LONGEST_FOLDER);
  }

  /** The names of folders, one below the other. */
  public static List<String> folders(List<String> wanted) {
    return wanted.stream().map(SafeName::folder).toList();
  }

  /** A file's name; what stands behind its last dot stays. */
  public static String file(String wanted) {
    String clean = clean(wanted);
    String extension = extension(clean);
    return shortened(stem(clean, extension), extension, LONGEST_FILE);
  }

  /** The name for a second, third … file where the one before is another's. */
  public static String numbered(String file, int number) {
    if (number < 2) {
      return file;
    }
    String extension = extension(file);
    return "%s (%d)%s".formatted(stem(file, extension), number, extension);
  }

  private static String clean(String wanted) {
    String one = Normalizer.normalize(wanted, Normalizer.Form.NFC);
    String seen = UNSEEN.matcher(one.replaceAll("\\s+", " ")).replaceAll("");
    String bare = trimmed(FORBIDDEN.matcher(seen).replaceAll("-"));
    return bare.isEmpty() || RESERVED.matcher(bare).matches() ? "_" + bare : bare;
  }

  /** Without blanks around and dots at the end, which Windows would drop, or at the beginning. */
  private static String trimmed(String name) {
    return name.replaceAll("^[\\s.]+|[\\s.]+$", "");
  }

  private static String extension(String name) {
    var found = EXTENSION.matcher(name);
    return found.find() && found.start() > 0 ? found.group() : "";
  }

  private static String stem(String name, String extension) {
    return name.substring(0, name.length() - extension.length());
  }

  private static String shortened(String stem, String extension, int longest) {
    int end = stem.length();
    while (end > longest - extension.length()
        || stem.substring(0, end).getBytes(StandardCharsets.UTF_8).length + extension.length()
            > MOST_BYTES) {
      end = stem.offsetByCodePoints(end, -1);
    }
    String cut = stem.substring(0, end).replaceAll("[\\s.\\u200d]+$", "");
    return (cut.isEmpty() ? "_" : cut) + extension;
  }
}
