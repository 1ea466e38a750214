package dev.peregrine.plugin.board.weworkremotely;

import dev.peregrine.api.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * From where a posting may be worked on.
 *
 * @param places as people read them, without flags
 * @param remoteFrom the countries, or the region where no country is named
 */
record Where(List<Place> places, String remoteFrom) {

  private static final Pattern FLAG = Pattern.compile("[\\x{1F1E6}-\\x{1F1FF}]{2}");

  /** Everything that is shown as a picture, and what joins pictures. */
  private static final Pattern PICTURE =
      Pattern.compile("[\\p{IsEmoji_Presentation}\\x{1F1E6}-\\x{1F1FF}\\x{FE0F}\\x{200D}]");

  static Where of(Optional<String> region, Optional<String> state, Optional<String> countries) {
    Optional<String> area = region.map(Where::withoutPictures).filter(text -> !text.isEmpty());
    List<String> names = countries.map(Where::names).orElse(List.of());
    if (names.isEmpty()) {
      return new Where(
          area.or(() -> state).flatMap(Place::of).stream().toList(),
          area.or(() -> state).orElse(""));
    }
    var places = new ArrayList<Place>();
    boolean anywhere =
        area.isPresent() && area.get().toLowerCase(Locale.ROOT).startsWith("anywhere");
    if (anywhere) {
      Place.of(area.get()).ifPresent(places::add);
    }
    // A region or state beside several countries says nothing of any one of them.
    boolean one = names.size() == 1 && !anywhere;
    Optional<String> part = one ? area.or(() -> state) : Optional.empty();
    for (String name : names) {
      Place.of(Optional.empty(), part.filter(text -> !text.equals(name)), Optional.of(name))
          .ifPresent(places::add);
    }
    return new Where(places, String.join(", ", names));
  }

  /** Names with a flag before each, or with a comma between them. */
  private static List<String> names(String countries) {
    String separator = FLAG.matcher(countries).find() ? FLAG.pattern() : "[,;]";
    return Stream.of(countries.split(separator))
        .map(Where::withoutPictures)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private static String withoutPictures(String text) {
    String plain = PICTURE.matcher(text).replaceAll(" ").strip();
    int end = plain.length();
    while (end > 0 && ", ;".indexOf(plain.charAt(end - 1)) >= 0) {
      end--;
    }
    int start = 0;
    while (start < end && ", ;".indexOf(plain.charAt(start)) >= 0) {
      start++;
    }
    return plain.substring(start, end);
  }
}
