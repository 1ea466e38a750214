package dev.peregrine.recipes;

import dev.peregrine.api.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads where in a row the fields of a posting stand. */
final class PostingReader {

  private PostingReader() {}

  static PostingTemplate read(RecipePart part, ExpressionReader expressions) {
    Map<String, RecipePart> members = part.members(names());
    var fillings = new ArrayList<Filling>();
    members.forEach((name, member) -> filling(name, member, expressions).ifPresent(fillings::add));
    return new PostingTemplate(
        read(members, "id", expressions),
        read(members, "title", expressions),
        read(members, "url", expressions),
        fillings);
  }

  private static Set<String> names() {
    var names = new TreeSet<String>();
    PostingField.ofPosting().forEach(field -> names.add(field.name()));
    return names;
  }

  private static Optional<Expression> read(
      Map<String, RecipePart> members, String name, ExpressionReader expressions) {
    return Optional.ofNullable(members.get(name)).map(expressions::read);
  }

  private static Optional<Filling> filling(
      String name, RecipePart part, ExpressionReader expressions) {
    return switch (name) {
      case "id", "title", "url" -> Optional.empty();
      case "places" -> Optional.of(places(part, expressions));
      case "salary" -> Optional.of(salary(part, expressions));
      default -> Optional.of(Fillings.of(name, expressions.read(part)));
    };
  }

  /** Of several ways to say it, the first that gives something counts. */
  private static Filling places(RecipePart part, ExpressionReader expressions) {
    List<PlaceTemplate> ways =
        part.items().stream().map(item -> PlaceTemplate.read(item, expressions)).toList();
    return (posting, row) -> {
      for (PlaceTemplate way : ways) {
        List<Place> places = way.places(row);
        if (!places.isEmpty()) {
          return posting.withPlaces(List.copyOf(new LinkedHashSet<>(places)));
        }
      }
      return posting;
    };
  }

  private static Filling salary(RecipePart part, ExpressionReader expressions) {
    List<SalaryTemplate> ways =
        part.items().stream().map(item -> SalaryTemplate.read(item, expressions)).toList();
    return (posting, row) ->
        ways.stream()
            .flatMap(way -> way.salary(row).stream())
            .findFirst()
            .map(salary -> posting.withSalary(Optional.of(salary)))
            .orElse(posting);
  }
}
