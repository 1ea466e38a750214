package dev.peregrine.host.contacts;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is known of somebody. All but the name may be empty.
 *
 * @param mail their address
 * @param link where they are on the web, such as a profile
 */
public record ContactDetails(
    String name, String role, String mail, String phone, String link, String notes) {

  private static final int LINE = 200;
  private static final int ADDRESS = 500;
  private static final int NOTES = 20_000;
  private static final Pattern MAIL =
      Pattern.compile(
          "[^\\s@<>\"(),;:\\\\?&%]+@[^\\s@<>\"(),;:\\\\?&%/]+\\.[^\\s@.<>\"(),;:?&%/]+");

  /** What does not fit. */
  public enum Problem {
    NAME_MISSING,
    MAIL,
    LINK
  }

  public ContactDetails {
    name = line(name, LINE);
    role = line(role, LINE);
    mail = line(mail, LINE);
    phone = line(phone, LINE);
    link = line(link, ADDRESS);
    notes = text(notes, NOTES);
  }

  /** Somebody of whom nothing but the name is known. */
  public static ContactDetails named(String name) {
    return new ContactDetails(name, "", "", "", "", "");
  }

  /** What keeps it from being stored; empty for nothing. */
  public Optional<Problem> problem() {
    if (name.isEmpty()) {
      return Optional.of(Problem.NAME_MISSING);
    }
    if (!mail.isEmpty() && !MAIL.matcher(mail).matches()) {
      return Optional.of(Problem.MAIL);
    }
    return link.isEmpty() || isWeb(link) ? Optional.empty() : Optional.of(Problem.LINK);
  }

  private static boolean isWeb(String link) {
    try {
      URI address = URI.create(link);
      String scheme = Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
      return (scheme.equals("https") || scheme.equals("http")) && address.getHost() != null;
    } catch (IllegalArgumentException odd) {
      return false;
    }
  }

  static String line(String text, int most) {
    return cut(text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+", " ").strip(), most);
  }

  static String text(String text, int most) {
    return cut(text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").strip(), most);
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }
}
