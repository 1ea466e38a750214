package dev.peregrine.api;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A value in schema.org data, where one may be given as several, an object as its name, and a name
 * as an object.
 */
record SchemaValue(Json json) {

  private static final int MOST = 200;
  private static final int DEEPEST = 4;

  /** The member of the first of the values. */
  SchemaValue at(String name) {
    return new SchemaValue(first().at(name));
  }

  /** The values, whether they stand alone, in an array or in arrays of arrays. */
  List<SchemaValue> all() {
    var all = new ArrayList<SchemaValue>();
    collect(json, 0, all);
    return all;
  }

  private static void collect(Json value, int depth, List<SchemaValue> all) {
    if (value.isArray() && depth < DEEPEST) {
      value.items().forEach(item -> collect(item, depth + 1, all));
    } else if (value.isPresent() && !value.isArray() && all.size() < MOST) {
      all.add(new SchemaValue(value));
    }
  }

  /** The first text as a person reads it: in one line, without tags and entities. */
  Optional<String> text() {
    return markup().map(Entities::plain).filter(text -> !text.isEmpty());
  }

  /** The first text as it stands there. */
  Optional<String> markup() {
    Json first = first();
    return first
        .text()
        .filter(text -> first.flag().isEmpty())
        .filter(text -> !text.equalsIgnoreCase("n/a") && !text.equalsIgnoreCase("undefined"));
  }

  /** What an object is called, or the text that stands in its place. */
  Optional<String> name() {
    Json name = first().at("name");
    return (name.isPresent() ? new SchemaValue(name).text() : Optional.<String>empty())
        .or(this::text);
  }

  /** The names of all, each once. */
  List<String> names() {
    return all().stream().flatMap(one -> one.name().stream()).distinct().toList();
  }

  /** The names of all in one line; empty where there is none. */
  Optional<String> joined() {
    return Optional.of(String.join(", ", names())).filter(text -> !text.isEmpty());
  }

  /** The first web address, absolute, given as a text or as an object's {@code url}. */
  Optional<URI> link() {
    return all().stream()
        .flatMap(one -> one.markup().or(() -> one.at("url").markup()).stream())
        .flatMap(text -> HttpCall.address(text).stream())
        .findFirst();
  }

  /** The first number, also where a thousand has a comma. */
  Optional<BigDecimal> number() {
    Json first = first();
    return first.number().or(() -> first.text().flatMap(SchemaValue::grouped));
  }

  private static Optional<BigDecimal> grouped(String text) {
    return text.matches("\\d{1,3}(?:[, ]\\d{3}){1,4}(?:\\.\\d{1,2})?")
        ? Optional.of(new BigDecimal(text.replaceAll("[, ]", "")))
        : Optional.empty();
  }

  private Json first() {
    Json first = json;
    for (int depth = 0; depth < DEEPEST && first.isArray(); depth++) {
      first = first.at(0);
    }
    return first;
  }
}
