package dev.peregrine.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where work is done, as a board tells it.
 *
 * @param text as a person reads it, such as {@code Berlin, Germany}; never blank
 * @param city where the board names it apart
 * @param region state or province, where the board names it apart
 * @param country ISO 3166-1 alpha-2 in upper case, where it is known
 * @since 0.1
 */
public record Place(
    String text, Optional<String> city, Optional<String> region, Optional<String> country) {

  public Place {
    if (text.isBlank()) {
      throw new IllegalArgumentException("A place's text is blank.");
    }
    text = text.strip();
    city = filled(city);
    region = filled(region);
    Objects.requireNonNull(country);
    if (country.isPresent() && !country.get().matches("[A-Z]{2}")) {
      throw new IllegalArgumentException(
          "Place \"%s\": country \"%s\", expected two capital letters such as DE."
              .formatted(text, country.get()));
    }
  }

  /** A place of which only the text is known; empty for a blank one. */
  public static Optional<Place> of(String text) {
    return text.isBlank()
        ? Optional.empty()
        : Optional.of(new Place(text, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  /**
   * A place as a person typed it, such as {@code Remote, Italy} or {@code London (Hybrid)}, with
   * the country where the text names it last and without doubt: {@code Chicago, IL} is not in
   * Israel. Empty for a blank text.
   */
  public static Optional<Place> parse(String text) {
    return of(text)
        .map(
            place ->
                new Place(
                    place.text(),
                    Optional.empty(),
                    Optional.empty(),
                    new PlaceText(place.text()).country()));
  }

  /**
   * Whether a text says only how the work is done and not where, such as {@code Fully remote} and
   * {@code Hybrid}.
   */
  public static boolean isWorkModel(String text) {
    return !text.isBlank() && new PlaceText(text).isWorkModelOnly();
  }

  /**
   * A place from its parts, of which any may be missing; the text joins those that are there.
   *
   * @param country name or code as the board has it
   */
  public static Optional<Place> of(
      Optional<String> city, Optional<String> region, Optional<String> country) {
    var text = new StringBuilder();
    for (Optional<String> part : List.of(city, region, country)) {
      part.map(String::strip)
          .filter(value -> !value.isEmpty())
          .ifPresent(value -> text.append(text.isEmpty() ? "" : ", ").append(value));
    }
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Place(text.toString(), city, region, country.flatMap(Place::countryCode)));
  }

  /**
   * The ISO 3166-1 alpha-2 code of a country's name in its own or a few other languages, or of a
   * code of two or three letters; empty where it is none. Names in use such as {@code USA}, {@code
   * UK} and {@code Holland} are known; case, accents and punctuation do not matter.
   *
   * <p><b>Source:</b> the JDK's locale data (Unicode CLDR).
   */
  public static Optional<String> countryCode(String name) {
    return Countries.code(name);
  }

  private static Optional<String> filled(Optional<String> part) {
    return part.map(String::strip).filter(value -> !value.isEmpty());
  }
}
