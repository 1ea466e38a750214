package dev.peregrine.plugin.exporter.pdf.resume;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a contact leads when it is clicked, and how it is shown. */
final class Contact {

  private static final Pattern MAIL = Pattern.compile("[^@\\s<>\"]+@[^@\\s<>\"]+\\.[^@\\s<>\"]+");

  private Contact() {}

  static Optional<URI> mail(String address) {
    return MAIL.matcher(address.strip()).matches()
        ? uri("mailto:" + address.strip())
        : Optional.empty();
  }

  static Optional<URI> phone(String number) {
    String digits = number.replaceAll("[^0-9+]", "");
    return digits.length() >= 5 ? uri("tel:" + digits) : Optional.empty();
  }

  /** Only addresses of the web: a résumé runs nothing and opens no file. */
  static Optional<URI> web(String address) {
    String whole = address.contains("://") ? address.strip() : "https://" + address.strip();
    return uri(whole)
        .filter(uri -> uri.getHost() != null)
        .filter(
            uri -> {
              String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
              return scheme.equals("https") || scheme.equals("http");
            });
  }

  /** An address as people write it. */
  static String shown(String address) {
    return address.strip().replaceFirst("(?i)^https?://(www\\.)?", "").replaceFirst("/$", "");
  }

  /** A line of a letter's head: a mail address, a number, or only a text. */
  static Optional<URI> line(String line) {
    return line.contains("@")
        ? mail(line)
        : line.matches("\\+?[0-9 ()/.-]{6,}") ? phone(line) : Optional.empty();
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(URI.create(text));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }
}
