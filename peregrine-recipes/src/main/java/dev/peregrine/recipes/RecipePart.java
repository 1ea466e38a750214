package dev.peregrine.recipes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** One value of a recipe, which knows its line and the fields it stands in. */
final class RecipePart {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m|h|d)");

  private final String source;
  private final Node node;
  private final String field;

  RecipePart(String source, Node node, String field) {
    this.source = source;
    this.node = node;
    this.field = field;
  }

  boolean isMap() {
    return node instanceof MappingNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  boolean isNothing() {
    return node.getTag().equals(Tag.NULL);
  }

  /** Whether it is a number or a boolean, written without quotes. */
  boolean isBare() {
    return Set.of(Tag.INT, Tag.FLOAT, Tag.BOOL).contains(node.getTag());
  }

  /** Members by name, in their order, of which all are known. */
  Map<String, RecipePart> members(Set<String> known) {
    Map<String, RecipePart> members = members();
    members.forEach(
        (name, part) -> {
          if (!known.contains(name)) {
            throw part.mistake(
                "\"%s\" is not known here, expected %s. Correct the name or take the line away"
                    .formatted(name, String.join(", ", known.stream().sorted().toList())));
          }
        });
    return members;
  }

  /** Members by name, in their order. A name that stands twice is a mistake. */
  Map<String, RecipePart> members() {
    if (!(node instanceof MappingNode mapping)) {
      throw wrong("entries such as \"name: value\", indented below it");
    }
    var members = new LinkedHashMap<String, RecipePart>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new RecipePart(source, tuple.getKeyNode(), field).wrong("a plain name");
      }
      String inside = field.isEmpty() ? key.getValue() : field + "/" + key.getValue();
      var member = new RecipePart(source, tuple.getValueNode(), inside);
      if (members.putIfAbsent(key.getValue(), member) != null) {
        throw new RecipePart(source, key, inside)
            .mistake("\"%s\" stands twice. Take one of the two away".formatted(key.getValue()));
      }
    }
    return members;
  }

  /** The items of a list; a single value counts as a list of one. */
  List<RecipePart> items() {
    if (!(node instanceof SequenceNode sequence)) {
      return List.of(this);
    }
    var items = new ArrayList<RecipePart>();
    sequence.getValue().forEach(item -> items.add(new RecipePart(source, item, field)));
    return items;
  }

  /** What is made of each member, by name. */
  <T> Map<String, T> each(Function<RecipePart, T> reading) {
    var all = new LinkedHashMap<String, T>();
    members().forEach((name, part) -> all.put(name, reading.apply(part)));
    return all;
  }

  /** A text as it is written; not blank. */
  String text() {
    if (node instanceof ScalarNode scalar && !isNothing() && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    throw wrong("a text");
  }

  /** A text that may be empty. */
  String line() {
    return node instanceof ScalarNode scalar && !isNothing() ? scalar.getValue() : text();
  }

  List<String> texts() {
    return items().stream().map(RecipePart::text).toList();
  }

  int whole(int least, int most) {
    try {
      int value = Integer.parseInt(shown());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException notNumber) {
      // said below
    }
    throw wrong("a whole number from %,d to %,d".formatted(least, most));
  }

  boolean flag() {
    return oneOf(
        Map.of("true", true, "on", true, "yes", true, "false", false, "off", false, "no", false));
  }

  /** What one of a few words stands for. */
  <T> T oneOf(Map<String, T> words) {
    T meant = words.get(shown().toLowerCase(Locale.ROOT));
    if (meant == null) {
      throw wrong("one of " + String.join(", ", words.keySet().stream().sorted().toList()));
    }
    return meant;
  }

  Duration duration() {
    Matcher matcher = DURATION.matcher(shown());
    if (!matcher.matches()) {
      throw wrong("a time such as 500ms, 2s, 15m, 6h or 1d");
    }
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  /** A member that has to be there. */
  RecipePart need(Map<String, RecipePart> members, String name, String example) {
    return Optional.ofNullable(members.get(name))
        .orElseThrow(
            () ->
                mistake(
                    "%s\"%s\" is missing. Add a line such as \"%s: %s\""
                        .formatted(
                            field.isEmpty() ? "" : "in \"" + field + "\" ", name, name, example)));
  }

  /** The value is not what was expected. */
  RecipeException wrong(String expected) {
    String is =
        node instanceof ScalarNode
            ? "is \"%s\"".formatted(shown())
            : node instanceof SequenceNode ? "is a list" : "has entries of its own";
    String name = field.isEmpty() ? "the recipe" : "\"%s\"".formatted(field);
    return mistake("%s %s, expected %s. Correct this line".formatted(name, is, expected));
  }

  /** Something else is the matter here; the sentence ends without a full stop. */
  RecipeException mistake(String sentence) {
    int line = node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    return new RecipeException(source, line, field, sentence + ".");
  }

  private String shown() {
    if (!(node instanceof ScalarNode scalar)) {
      return "";
    }
    String value = scalar.getValue();
    return value.length() > 60 ? value.substring(0, 60) + "…" : value;
  }
}
