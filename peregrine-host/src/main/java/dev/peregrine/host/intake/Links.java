package dev.peregrine.host.intake;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of postings in texts that people paste. */
final class Links {

  private static final Pattern LINK =
      Pattern.compile("https?://[^\\s<>\"'`|\\\\^{}]+", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST = 2000;

  private Links() {}

  /** The addresses in a text, in their order, without duplicates. */
  static List<URI> in(String text) {
    Set<URI> links = new LinkedHashSet<>();
    Matcher matcher = LINK.matcher(text);
    while (matcher.find()) {
      of(withoutPunctuation(matcher.group())).ifPresent(links::add);
    }
    return new ArrayList<>(links);
  }

  /** An absolute web address; empty for anything else. */
  static Optional<URI> of(String text) {
    String plain = text.strip().replace(" ", "%20");
    if (plain.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(plain);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      if (!web || uri.getHost() == null || uri.getUserInfo() != null) {
        return Optional.empty();
      }
      // Posting compares the scheme with its lower-case form.
      return Optional.of(
          new URI(
              plain.replaceFirst("^[^:]+", uri.getScheme().toLowerCase(java.util.Locale.ROOT))));
    } catch (URISyntaxException notAddress) {
      return Optional.empty();
    }
  }

  /** What an address says of the position, until its page is read: {@code Backend engineer}. */
  static String title(URI link) {
    String path = link.getPath() == null ? "" : link.getPath();
    String[] steps = path.split("/");
    for (int at = steps.length - 1; at >= 0; at--) {
      String words =
          decoded(steps[at])
              .replaceAll("\\.[a-z]{2,5}$", "")
              .replaceAll("[-_+.]+", " ")
              .replaceAll("\\b[0-9a-f]*\\d[0-9a-f]{3,}\\b", " ")
              .replaceAll("\\s+", " ")
              .strip();
      if (words.length() >= 6 && words.contains(" ")) {
        String title =
            words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
        return title.length() > 200 ? title.substring(0, 200) : title;
      }
    }
    return "Posting at " + link.getHost();
  }

  private static String decoded(String step) {
    try {
      return URLDecoder.decode(step, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return step;
    }
  }

  /**
   * A full stop or bracket after a link belongs to the sentence; one that closes another does not.
   */
  private static String withoutPunctuation(String link) {
    String text = link;
    while (!text.isEmpty() && ".,;:!?)]*_".indexOf(text.charAt(text.length() - 1)) >= 0) {
      if (text.endsWith(")") && count(text, '(') >= count(text, ')')) {
        break;
      }
      text = text.substring(0, text.length() - 1);
    }
    return text;
  }

  private static long count(String text, char sign) {
    return text.chars().filter(letter -> letter == sign).count();
  }
}
