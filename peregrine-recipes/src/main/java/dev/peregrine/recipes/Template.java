package dev.peregrine.recipes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text with {@code {places}} to fill in; it says nothing where one of them stays empty. */
record Template(List<Piece> pieces) implements Expression {

  private static final Pattern PLACE = Pattern.compile("\\{([^{}|]+)(?:\\|([a-z0-9]+))?}");

  Template {
    pieces = List.copyOf(pieces);
  }

  /** A part of the text: written out, or to be filled in. */
  sealed interface Piece {}

  /** Written out. */
  record Words(String text) implements Piece {}

  /** To be filled in, in a certain form. */
  record Place(Spot path, Form form) implements Piece {}

  /** How a value is written. */
  enum Form {
    PLAIN,
    LOWER,
    UPPER,
    DASHES,
    BASE64,
    /** In JSON, without quotes. */
    NUMBER;

    String of(String text) {
      return switch (this) {
        case PLAIN, NUMBER -> text;
        case LOWER -> text.toLowerCase(Locale.ROOT);
        case UPPER -> text.toUpperCase(Locale.ROOT);
        case DASHES ->
            text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        case BASE64 -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
      };
    }
  }

  /** Whether it is one place, to be written as a number. */
  boolean isNumber() {
    return pieces.size() == 1
        && pieces.getFirst() instanceof Place(Spot _, Form form)
        && form == Form.NUMBER;
  }

  static Template constant(String text) {
    return new Template(List.of(new Words(text)));
  }

  /**
   * @param paths what the name in a place means
   * @throws IllegalArgumentException with what was expected, for a form that is not known
   */
  static Template of(String text, Function<String, Spot> paths) {
    var pieces = new ArrayList<Piece>();
    Matcher places = PLACE.matcher(text);
    int end = 0;
    while (places.find()) {
      if (places.start() > end) {
        pieces.add(new Words(text.substring(end, places.start())));
      }
      pieces.add(new Place(paths.apply(places.group(1).strip()), form(places.group(2))));
      end = places.end();
    }
    if (end < text.length()) {
      pieces.add(new Words(text.substring(end)));
    }
    return new Template(pieces);
  }

  private static Form form(@Nullable String name) {
    if (name == null) {
      return Form.PLAIN;
    }
    for (Form form : Form.values()) {
      if (form.name().toLowerCase(Locale.ROOT).equals(name)) {
        return form;
      }
    }
    throw new IllegalArgumentException("base64, dashes, lower, number or upper after the \"|\"");
  }

  /** The text, filled in. */
  @Override
  public Optional<String> text(Source source) {
    var text = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Words words -> text.append(words.text());
        case Place place -> {
          List<String> found = source.texts(place.path());
          if (found.isEmpty()) {
            return Optional.empty();
          }
          text.append(place.form().of(found.getFirst()));
        }
      }
    }
    return Optional.of(text.toString());
  }

  @Override
  public List<String> texts(Source source) {
    return text(source).stream().toList();
  }

  @Override
  public void names(Consumer<String> taker) {
    for (Piece piece : pieces) {
      if (piece instanceof Place(Spot.Asked(String name), Form _)) {
        taker.accept(name);
      }
    }
  }
}
