package dev.peregrine.recipes;

import dev.peregrine.api.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a row says where the work is done: texts, or a list of things that have parts. */
sealed interface PlaceTemplate {

  Set<String> PARTS = Set.of("city", "region", "country", "text");

  List<Place> places(Row row);

  static PlaceTemplate read(RecipePart part, ExpressionReader expressions) {
    Map<String, RecipePart> all = part.isMap() ? part.members() : Map.of();
    if (all.keySet().stream().noneMatch(PARTS::contains)) {
      return new Whole(expressions.read(part));
    }
    Map<String, RecipePart> members =
        part.members(Set.of("each", "leave-out", "city", "region", "country", "text"));
    return new Parts(
        Each.read(members, expressions),
        read(members, "text", expressions),
        read(members, "city", expressions),
        read(members, "region", expressions),
        read(members, "country", expressions));
  }

  private static Optional<Expression> read(
      Map<String, RecipePart> members, String name, ExpressionReader expressions) {
    return Optional.ofNullable(members.get(name)).map(expressions::read);
  }

  /** Each text is a place. */
  record Whole(Expression texts) implements PlaceTemplate {
    @Override
    public List<Place> places(Row row) {
      return row.texts(texts).stream().flatMap(text -> Place.parse(text).stream()).toList();
    }
  }

  /** A place of parts, or several of them. */
  record Parts(
      Each each,
      Optional<Expression> text,
      Optional<Expression> city,
      Optional<Expression> region,
      Optional<Expression> country)
      implements PlaceTemplate {

    @Override
    public List<Place> places(Row row) {
      return each.of(row).stream().flatMap(one -> place(one).stream()).toList();
    }

    private Optional<Place> place(Row one) {
      Optional<Place> parts = Place.of(one.text(city), one.text(region), one.text(country));
      Optional<String> shown = one.text(text).filter(words -> !words.isBlank());
      if (parts.isEmpty()) {
        return shown.flatMap(Place::parse);
      }
      return parts.map(
          place ->
              new Place(shown.orElse(place.text()), place.city(), place.region(), place.country()));
    }
  }
}
