package dev.peregrine.host.secrets;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A text that others may see: without secrets, mail addresses, phone numbers and the home's path.
 */
public final class Masked {

  private static final Pattern CREDENTIALS = Pattern.compile("(://)[^/\\s:@]+:[^/\\s@]+@");
  private static final Pattern MAIL =
      Pattern.compile("[\\w.+-]{1,64}@(?:[\\w-]{1,63}\\.){1,5}[A-Za-z]{2,24}");
  private static final Pattern KEYED =
      Pattern.compile(
          "(?i)((?:api|app|access|secret)?[_-]?(?:key|token|secret|password|passwd)[\"']?\\s*[=:]\\s*[\"']?)[^\\s\"'&,;]{4,}");
  private static final Pattern QUERY =
      Pattern.compile("(https?://[^\\s?\"'<>]{1,300})\\?[^\\s\"'<>]+");
  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![\\w.:-])\\+?\\(?\\d{2,4}\\)?[ /-]\\(?\\d{2,4}\\)?[ -]?\\d{3,4}(?:[ -]?\\d{2,4})?(?![\\w:.-])");

  private Masked() {}

  /** For the person's own eyes: secrets and mail addresses are masked. */
  public static String text(String text, SecretStore secrets) {
    String masked = text;
    for (String secret : secrets.toMask()) {
      masked = masked.replace(secret, "***");
    }
    masked = CREDENTIALS.matcher(masked).replaceAll("$1***@");
    masked = KEYED.matcher(masked).replaceAll("$1***");
    return MAIL.matcher(masked).replaceAll("***@***");
  }

  /** For everybody's eyes: besides, phone numbers, what addresses ask for, and who is at home. */
  public static String forOthers(String text, SecretStore secrets, Path home) {
    String masked = text(text, secrets).replace(home.toString(), "HOME");
    String folder = System.getProperty("user.home", "");
    if (folder.length() > 1) {
      masked = masked.replace(folder, "~");
    }
    masked = QUERY.matcher(masked).replaceAll("$1?***");
    return PHONE.matcher(masked).replaceAll("***");
  }
}
