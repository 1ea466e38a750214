package dev.peregrine.host.places;

import dev.peregrine.api.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds cities and countries by how their names begin: the cities of GeoNames with 15,000
 * inhabitants or more, under their own and their usual other names, the largest first.
 */
public final class Places {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Letters that are no other letter with a mark. */
  private static final Map<String, String> LETTERS =
      Map.of("ß", "ss", "ø", "o", "ł", "l", "đ", "d", "æ", "ae", "œ", "oe", "ı", "i", "ð", "d");

  /**
   * A city or country.
   *
   * @param names its own first
   * @param within what follows its name; empty for a country
   * @param folded each name without marks, after a bar
   */
  private record Known(List<String> names, String within, String folded) {
    static Known of(List<String> names, String within) {
      var folded = new StringBuilder();
      names.forEach(name -> folded.append('|').append(fold(name)));
      return new Known(names, within, folded.toString());
    }
  }

  /** Read at the first question, and kept: about five megabytes. */
  private static final class All {
    static final List<Known> CITIES = cities();
    static final List<Known> COUNTRIES = countries();

    private All() {}
  }

  private Places() {}

  /** How many cities are known. */
  public static int cityCount() {
    return All.CITIES.size();
  }

  /**
   * Places whose names begin as typed, whatever the marks and the case; then those of which another
   * word begins so.
   */
  public static List<NamedPlace> find(String typed, int most) {
    String plain = fold(typed.split(",", 2)[0]);
    if (plain.isEmpty()) {
      return List.of();
    }
    // Goettingen is Göttingen.
    String plainer = plain.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    var found = new LinkedHashMap<String, NamedPlace>();
    for (String before : List.of("|", " ")) {
      collect(All.COUNTRIES, before, plain, plain, most, found);
      collect(All.CITIES, before, plain, plainer, most, found);
    }
    return List.copyOf(found.values());
  }

  private static void collect(
      List<Known> all,
      String before,
      String plain,
      String plainer,
      int most,
      Map<String, NamedPlace> found) {
    for (Known known : all) {
      if (found.size() >= most) {
        return;
      }
      boolean fits =
          known.folded().contains(before + plain) || known.folded().contains(before + plainer);
      if (fits) {
        NamedPlace place = named(known, plain, plainer);
        found.putIfAbsent(place.value(), place);
      }
    }
  }

  /** Under the name that fits what was typed, with its own name beside it where that is another. */
  private static NamedPlace named(Known known, String plain, String plainer) {
    String own = known.names().getFirst();
    String fitting =
        known.names().stream()
            .filter(name -> fold(name).equals(plain))
            .findFirst()
            .or(
                () ->
                    known.names().stream()
                        .filter(
                            name -> fold(name).startsWith(plain) || fold(name).startsWith(plainer))
                        .findFirst())
            .orElse(own);
    String others =
        String.join(
            ", ", known.names().stream().filter(name -> !name.equals(fitting)).limit(2).toList());
    return new NamedPlace(
        known.within().isEmpty() ? fitting : fitting + ", " + known.within(), others);
  }

  private static List<Known> cities() {
    var cities = new ArrayList<Known>();
    try (InputStream in = Places.class.getResourceAsStream("/places/cities.tsv")) {
      if (in == null) {
        throw new IOException("Resource \"/places/cities.tsv\" is gone.");
      }
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          cities.add(city(line.split("\t", -1)));
        }
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    return List.copyOf(cities);
  }

  private static Known city(String[] fields) {
    var names = new ArrayList<String>();
    names.add(fields[0]);
    if (fields.length > 3) {
      names.addAll(Arrays.asList(fields[3].split("\\|")));
    }
    boolean hasState = fields.length > 2 && !fields[2].isEmpty();
    return Known.of(List.copyOf(names), hasState ? fields[2] : country(fields[1]));
  }

  /** The country's English name, where searches understand it, else its code. */
  private static String country(String code) {
    String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    return Place.countryCode(name).equals(Optional.of(code)) ? name : code;
  }

  private static List<Known> countries() {
    return Arrays.stream(Locale.getISOCountries())
        .map(
            code -> {
              var locale = Locale.of("", code);
              String english = locale.getDisplayCountry(Locale.ENGLISH);
              return List.of(code, english, locale.getDisplayCountry(Locale.GERMAN));
            })
        .filter(names -> Place.countryCode(names.get(1)).equals(Optional.of(names.getFirst())))
        .map(names -> Known.of(names.subList(1, 3).stream().distinct().toList(), ""))
        .toList();
  }

  private static String fold(String text) {
    String plain = text.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
      plain = plain.replace(letter.getKey(), letter.getValue());
    }
    plain = MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
    return OTHERS.matcher(plain).replaceAll(" ").strip();
  }
}
