package dev.peregrine.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;

/** A row of a recorded answer, read without anything of the board's own. */
public sealed interface HeldRow {

  /** Words that services write where they know nothing. */
  Set<String> NO_VALUES = Set.of("", "null", "none", "n/a", "na", "-", "--", "undefined");

  /**
   * All texts in one place of the row, without the blank ones and those that mean nothing.
   *
   * @param where in JSON names separated by dots, which go through lists without an index; in
   *     markup a CSS selector, followed by {@code @} and a name for an attribute
   */
  List<String> texts(String where);

  /** The texts of the first of these places that has any, separated by a comma and a blank. */
  default String text(String... where) {
    return Arrays.stream(where)
        .map(one -> texts(one).stream().distinct().collect(Collectors.joining(", ")))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static List<String> usable(Stream<String> texts) {
    return texts
        .map(String::strip)
        .filter(text -> !NO_VALUES.contains(text.toLowerCase(Locale.ROOT)))
        .toList();
  }

  /** A row of JSON. */
  record OfJson(JsonNode node) implements HeldRow {

    @Override
    public List<String> texts(String where) {
      return usable(at(node, where).filter(JsonNode::isValueNode).map(value -> value.asString("")));
    }

    /** What stands at a place, going through lists. */
    static Stream<JsonNode> at(JsonNode node, String where) {
      Stream<JsonNode> found = items(node);
      for (String name : where.isEmpty() ? List.<String>of() : List.of(where.split("\\."))) {
        found = found.flatMap(one -> items(one.path(name)));
      }
      return found;
    }

    private static Stream<JsonNode> items(JsonNode node) {
      return node.isArray() ? node.valueStream() : Stream.of(node);
    }
  }

  /** A row of HTML or XML. */
  record OfMarkup(Element element) implements HeldRow {

    @Override
    public List<String> texts(String where) {
      int attribute = where.lastIndexOf('@');
      if (attribute < 0) {
        return usable(element.select(where).stream().map(Element::wholeText));
      }
      String css = where.substring(0, attribute);
      String name = where.substring(attribute + 1);
      Stream<Element> found = css.isEmpty() ? Stream.of(element) : element.select(css).stream();
      return usable(found.map(one -> one.attr(name)));
    }
  }
}
