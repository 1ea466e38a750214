package dev.peregrine.host.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * YAML and JSON of another program as maps, lists and texts. Nothing in it is trusted: how deep and
 * how large it becomes is limited, whatever it refers to.
 */
public final class PlainYaml {

  private static final int DEEPEST = 30;
  private static final int MOST = 200_000;

  /** Names of entries whose values are not to be shown, such as {@code # imap password: …}. */
  private static final String TELLING =
      "(?i).*(passw|secret|token|api.?key|app.?key|credential|webhook).*";

  private PlainYaml() {}

  /**
   * A value that was taken out of a text.
   *
   * @param path the names that lead to it, with slashes between
   */
  public record Taken(String path, String value) {}

  /**
   * A text without some of its values.
   *
   * @param text the same, with a remark in place of each
   */
  public record Without(String text, List<Taken> taken) {}

  /**
   * Reads a text: a {@code Map<String, Object>}, a {@code List<Object>} or a {@code String}; empty
   * where it says nothing. Of entries that stand twice the last counts. What is null is left out.
   *
   * @param name of the file, for messages
   * @throws ConfigException where it is no YAML
   */
  public static Optional<Object> read(String name, String text) {
    return root(name, text).map(node -> new Walk(name).value(node, 0));
  }

  private static Optional<Node> root(String name, String text) {
    return new YamlFile(Path.of(name)).parse(text).map(YamlPart::node);
  }

  /**
   * Takes values out of a text, and comments that look as if they held such ones.
   *
   * @param wanted told the path and the value
   * @param remark what stands in place of a value, by its path
   */
  public static Without without(
      String name, String text, BiPredicate<String, String> wanted, UnaryOperator<String> remark) {
    Optional<Node> root = root(name, text);
    var found = new ArrayList<Found>();
    root.ifPresent(node -> new Walk(name).scalars(node, "", 0, found));
    List<Found> taken =
        found.stream().filter(each -> wanted.test(each.path(), each.node().getValue())).toList();
    int[] points = text.codePoints().toArray();
    var left = new StringBuilder(text);
    var said = new LinkedHashMap<String, String>();
    taken.stream()
        .sorted(Comparator.comparingInt((Found each) -> start(each.node())).reversed())
        .forEach(
            each -> {
              int from = new String(points, 0, start(each.node())).length();
              int to = new String(points, 0, end(each.node())).length();
              boolean block =
                  each.node().getScalarStyle() == ScalarStyle.LITERAL
                      || each.node().getScalarStyle() == ScalarStyle.FOLDED;
              String instead = '"' + remark.apply(each.path()) + '"' + (block ? "\n" : "");
              if (to <= left.length() && from <= to) {
                left.replace(from, to, instead);
              }
            });
    taken.forEach(each -> said.putIfAbsent(each.path(), each.node().getValue()));
    var lines = new StringBuilder();
    for (String line : left.toString().split("\n", -1)) {
      int sign = line.indexOf('#');
      boolean telling =
          sign >= 0
              && (line.substring(sign).matches(TELLING)
                  || said.values().stream()
                      .anyMatch(value -> value.length() > 3 && line.contains(value)));
      lines.append(telling ? line.substring(0, sign).stripTrailing() : line).append('\n');
    }
    return new Without(
        lines.substring(0, Math.max(0, lines.length() - 1)),
        said.entrySet().stream().map(each -> new Taken(each.getKey(), each.getValue())).toList());
  }

  private record Found(String path, ScalarNode node) {}

  private static int start(Node node) {
    return node.getStartMark().map(Mark::getIndex).orElse(0);
  }

  private static int end(Node node) {
    return node.getEndMark().map(Mark::getIndex).orElse(0);
  }

  /** Counts what it meets, since a few lines may refer to each other many times over. */
  private static final class Walk {
    private final String name;
    private int met;

    Walk(String name) {
      this.name = name;
    }

    private void count(int depth) {
      if (++met > MOST || depth > DEEPEST) {
        throw new ConfigException(
            Path.of(name), 0, "it refers to itself, or is larger than anything Peregrine wrote.");
      }
    }

    Object value(Node node, int depth) {
      count(depth);
      return switch (node) {
        case MappingNode mapping -> {
          var map = new LinkedHashMap<String, Object>();
          for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key && !isNothing(tuple.getValueNode())) {
              map.put(key.getValue(), value(tuple.getValueNode(), depth + 1));
            }
          }
          yield map;
        }
        case SequenceNode sequence -> {
          var list = new ArrayList<Object>();
          for (Node item : sequence.getValue()) {
            if (!isNothing(item)) {
              list.add(value(item, depth + 1));
            }
          }
          yield list;
        }
        case ScalarNode scalar -> scalar.getValue();
        default -> "";
      };
    }

    void scalars(Node node, String path, int depth, List<Found> found) {
      count(depth);
      switch (node) {
        case MappingNode mapping -> {
          for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
              scalars(tuple.getValueNode(), join(path, key.getValue()), depth + 1, found);
            }
          }
        }
        case SequenceNode sequence -> {
          int number = 1;
          for (Node item : sequence.getValue()) {
            scalars(item, join(path, Integer.toString(number++)), depth + 1, found);
          }
        }
        case ScalarNode scalar -> {
          if (!isNothing(scalar)) {
            found.add(new Found(path, scalar));
          }
        }
        default -> {}
      }
    }

    private static String join(String path, String name) {
      return path.isEmpty() ? name : path + "/" + name;
    }

    private static boolean isNothing(Node node) {
      return node.getTag().equals(Tag.NULL);
    }
  }
}
