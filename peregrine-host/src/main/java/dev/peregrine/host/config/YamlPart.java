package dev.peregrine.host.config;

import dev.peregrine.host.schedules.Timing;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** One value in a YAML file, which knows its line and what it is called there. */
final class YamlPart {

  private final YamlFile file;
  private final Node node;
  private final String name;

  YamlPart(YamlFile file, Node node, String name) {
    this.file = file;
    this.node = node;
    this.name = name;
  }

  Node node() {
    return node;
  }

  String name() {
    return name;
  }

  /** From 1. */
  int line() {
    return node.getStartMark().map(Mark::getLine).map(zeroBased -> zeroBased + 1).orElse(0);
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

  /** Members by name, in their order. A name that stands twice is a mistake. */
  Map<String, YamlPart> members() {
    if (!(node instanceof MappingNode mapping)) {
      throw wrong("entries such as \"name: value\", indented below it");
    }
    var members = new LinkedHashMap<String, YamlPart>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new YamlPart(file, tuple.getKeyNode(), "an entry of " + name).wrong("a plain name");
      }
      if (members.putIfAbsent(
              key.getValue(), new YamlPart(file, tuple.getValueNode(), label(key.getValue())))
          != null) {
        throw new YamlPart(file, key, name)
            .mistake("\"%s\" stands twice; take one of the two away".formatted(key.getValue()));
      }
    }
    return members;
  }

  /** A member that says something. */
  Optional<YamlPart> at(String key) {
    return Optional.ofNullable(members().get(key)).filter(part -> !part.isNothing());
  }

  /** The items of a list; a single value counts as a list of one. */
  List<YamlPart> items() {
    if (isNothing()) {
      return List.of();
    }
    if (node instanceof SequenceNode sequence) {
      var items = new ArrayList<YamlPart>();
      for (Node item : sequence.getValue()) {
        items.add(new YamlPart(file, item, name));
      }
      return items;
    }
    return List.of(this);
  }

  /** A text of one line. */
  String text() {
    if (node instanceof ScalarNode scalar && !isNothing() && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw wrong("a text");
  }

  /** The texts of a list, without blanks and duplicates. */
  List<String> texts() {
    return items().stream()
        .filter(item -> !item.isNothing() && !item.isBlank())
        .map(YamlPart::text)
        .distinct()
        .toList();
  }

  int whole(int least, int most) {
    String expected = "a whole number from %,d to %,d".formatted(least, most);
    try {
      int value = Integer.parseInt(shown().strip().replace("_", ""));
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException notNumber) {
      // said below
    }
    throw wrong(expected);
  }

  BigDecimal amount() {
    try {
      BigDecimal value = new BigDecimal(shown().strip().replace("_", ""));
      if (value.signum() > 0 && value.precision() - value.scale() <= 12 && value.scale() <= 2) {
        return value;
      }
    } catch (NumberFormatException notNumber) {
      // said below
    }
    throw wrong("an amount above zero, such as 60000");
  }

  Timing timing() {
    try {
      return Timing.parse(shown());
    } catch (IllegalArgumentException wrong) {
      throw mistake(name + ": " + wrong.getMessage() + " Correct this line");
    }
  }

  boolean flag() {
    return switch (shown().toLowerCase(java.util.Locale.ROOT)) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off" -> false;
      default -> throw wrong("true or false");
    };
  }

  /**
   * An address that can be called.
   *
   * @param example for the message where it is none
   */
  URI webAddress(String example) {
    try {
      URI address = URI.create(text());
      boolean isWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
      if (isWeb && address.getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException notAnAddress) {
      // said below
    }
    throw wrong("an address such as " + example);
  }

  /** The value is not what was expected. */
  ConfigException wrong(String expected) {
    String is =
        node instanceof ScalarNode
            ? "is \"%s\"".formatted(shown())
            : node instanceof SequenceNode ? "is a list" : "has entries of its own";
    return mistake("%s %s, expected %s. Correct this line".formatted(name, is, expected));
  }

  /** Something else is the matter here; the sentence ends without a full stop. */
  ConfigException mistake(String sentence) {
    return new ConfigException(file.path(), line(), sentence + " and save the file.");
  }

  /** This with the name that a person reads in messages. */
  YamlPart called(String newName) {
    return new YamlPart(file, node, newName);
  }

  private boolean isBlank() {
    return node instanceof ScalarNode scalar && scalar.getValue().isBlank();
  }

  private String shown() {
    if (node instanceof ScalarNode scalar) {
      String value = scalar.getValue();
      return value.length() > 60 ? value.substring(0, 60) + "…" : value;
    }
    return "";
  }

  private static String label(String key) {
    return key.replace('_', ' ');
  }
}
