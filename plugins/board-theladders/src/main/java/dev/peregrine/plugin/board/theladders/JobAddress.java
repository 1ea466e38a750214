package dev.peregrine.plugin.board.theladders;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The address of a posting, {@code /job/{title}-{company}-{place}_{id}}: the only part of a card
 * that names the employer.
 *
 * @param words title, employer and place with hyphens between all words
 */
record JobAddress(URI page, String words, String id) {

  private static final Pattern PATH = Pattern.compile("/job/([^/_]{1,300})_(\\d{4,20})/?");

  /** Places that the cards do not always name. */
  private static final List<String> PLACES =
      List.of(
          "virtual-travel",
          "remote",
          "new-york-ny",
          "new-york",
          "los-angeles-ca",
          "los-angeles",
          "san-francisco-ca",
          "san-francisco",
          "chicago-il",
          "chicago",
          "austin-tx",
          "austin",
          "seattle-wa",
          "seattle",
          "boston-ma",
          "boston",
          "atlanta-ga",
          "atlanta");

  static Optional<JobAddress> of(URI address) {
    Matcher path = PATH.matcher(String.valueOf(address.getPath()));
    return path.matches()
        ? Optional.of(new JobAddress(withoutQuery(address), path.group(1), path.group(2)))
        : Optional.empty();
  }

  /**
   * The employer: what is left without the title before it and the place behind it; empty where one
   * of these does not stand there, since nobody could say where the name begins or ends.
   */
  Optional<String> company(String title, Optional<String> where) {
    String before = Slug.of(title) + "-";
    String all = words.toLowerCase(Locale.ROOT);
    if (!all.startsWith(before)) {
      return Optional.empty();
    }
    String rest = all.substring(before.length());
    List<String> places = where.map(Slug::of).stream().toList();
    return Stream.concat(places.stream(), PLACES.stream())
        .filter(place -> !place.isEmpty() && rest.endsWith("-" + place))
        .map(place -> rest.substring(0, rest.length() - place.length() - 1))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .map(JobAddress::name);
  }

  private static String name(String slug) {
    return Arrays.stream(slug.split("-"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining(" "));
  }

  private static URI withoutQuery(URI address) {
    return URI.create(address.toString().split("[?#]", 2)[0]);
  }
}
