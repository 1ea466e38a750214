package dev.peregrine.host.intake;

import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/**
 * A posting's text as a person pastes it. The first line is the title; other facts are taken only
 * from lines that name them, such as {@code Company: Acme}. Nothing is guessed.
 */
final class Pasted {

  private static final String HOST = "pasted.invalid";
  private static final int LONGEST = 100_000;
  private static final Pattern NAMED =
      Pattern.compile(
          "\\s*[*_]*(company|employer|organi[sz]ation|unternehmen|firma|arbeitgeber"
              + "|location|place|ort|standort|arbeitsort|workplace"
              + "|salary|pay|compensation|gehalt|verdienst"
              + "|title|position|job title|stelle|titel)[*_]*\\s*[::][*_]*\\s*(\\S.{0,199})",
          Pattern.CASE_INSENSITIVE);

  private Pasted() {}

  /** An address that leads nowhere, for a posting that has none; the same for the same text. */
  static URI address(String text) {
    return URI.create(
        "https://%s/%s"
            .formatted(HOST, UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))));
  }

  /** Whether an address is one that {@link #address} made. */
  static boolean isAddress(URI url) {
    return HOST.equals(url.getHost());
  }

  static Posting posting(String text, Optional<URI> link, Optional<String> company)
      throws IntakeException {
    String kept = text.strip();
    if (kept.isEmpty()) {
      throw new IntakeException(
          "The text is empty, expected a posting with its title in the first line.");
    }
    if (kept.length() > LONGEST) {
      throw new IntakeException(
          "The text has %,d characters, expected at most %,d. Paste only the posting."
              .formatted(kept.length(), LONGEST));
    }
    Map<String, String> named = named(kept);
    String title =
        Optional.ofNullable(named.get("title"))
            .orElseGet(() -> kept.lines().findFirst().orElse(kept).strip());
    URI url = link.orElseGet(() -> address(kept));
    Optional<String> place = Optional.ofNullable(named.get("place"));
    return Posting.of(url.toString(), cut(title), url)
        .withCompany(company.or(() -> Optional.ofNullable(named.get("company"))))
        .withPlaces(place.flatMap(Place::of).stream().toList())
        .withRemote(place.flatMap(RemoteMode::parse))
        .withSalary(Optional.ofNullable(named.get("pay")).flatMap(Salary::parse))
        .withDescription(Optional.of(html(kept)));
  }

  private static Map<String, String> named(String text) {
    var named = new LinkedHashMap<String, String>();
    List<String> lines = text.lines().limit(60).toList();
    for (String line : lines) {
      Matcher matcher = NAMED.matcher(line);
      if (matcher.matches()) {
        named.putIfAbsent(kind(matcher.group(1)), matcher.group(2).strip());
      }
    }
    return named;
  }

  private static String kind(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "location", "place", "ort", "standort", "arbeitsort", "workplace" -> "place";
      case "salary", "pay", "compensation", "gehalt", "verdienst" -> "pay";
      case "title", "position", "job title", "stelle", "titel" -> "title";
      default -> "company";
    };
  }

  /** Plain text as HTML, so that a {@code <} in it stays one. */
  static String html(String text) {
    var html = new StringBuilder();
    for (String paragraph : text.split("\\R\\s*\\R")) {
      html.append("<p>")
          .append(Entities.escape(paragraph.strip()).replaceAll("\\R", "<br>"))
          .append("</p>\n");
    }
    return html.toString();
  }

  private static String cut(String title) {
    String plain = title.replaceAll("^[#*_\\s]+|[*_\\s]+$", "");
    String shown = plain.isEmpty() ? title : plain;
    return shown.length() > 200 ? shown.substring(0, 200) + "…" : shown;
  }
}
