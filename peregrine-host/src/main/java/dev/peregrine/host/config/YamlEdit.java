package dev.peregrine.host.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Changes single entries in the text of a YAML file and leaves every other line as the person wrote
 * it, comments and unknown entries included. It works on lines and knows block style only; callers
 * read the result again and compare before they trust it.
 */
final class YamlEdit {

  /**
   * An entry of a mapping.
   *
   * @param names the name to write, and older names under which it may stand
   * @param value what to write after the name and a colon: on the same line where it is one line,
   *     below it where it is a list of lines; nothing takes the entry away
   * @param block whether even one line stands below the name
   */
  record Entry(List<String> names, List<String> value, boolean block) {
    Entry {
      names = List.copyOf(names);
      value = List.copyOf(value);
    }

    Entry(List<String> names, List<String> value) {
      this(names, value, false);
    }

    /** An entry that is a mapping itself. */
    static Entry block(String name, List<String> lines) {
      return new Entry(List.of(name), lines, true);
    }

    List<String> lines(String indent) {
      var lines = new ArrayList<String>();
      if (value.size() == 1 && !block && !value.getFirst().startsWith("- ")) {
        lines.add(indent + names.getFirst() + ": " + value.getFirst());
      } else if (!value.isEmpty()) {
        lines.add(indent + names.getFirst() + ":");
        value.forEach(line -> lines.add(indent + "  " + line));
      }
      return lines;
    }
  }

  private final List<String> lines;

  YamlEdit(String text) {
    this.lines = new ArrayList<>(text.lines().toList());
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }

  /** Sets entries of the mapping that the path leads to, where there is one in block style. */
  static Optional<String> at(
      YamlFile file, String text, List<String> path, List<YamlEdit.Entry> entries) {
    Optional<YamlPart> part = file.parse(text);
    for (String step : path) {
      part = part.filter(YamlPart::isMap).flatMap(each -> each.at(step));
    }
    if (part.isEmpty()
        || !(part.get().node() instanceof MappingNode mapping)
        || mapping.getValue().isEmpty()) {
      return Optional.empty();
    }
    var edit = new YamlEdit(text);
    edit.set(mapping, entries);
    return Optional.of(edit.text());
  }

  /** Sets entries of a mapping in block style; the last is done first, so that lines stay put. */
  void set(MappingNode mapping, List<Entry> entries) {
    var missing = new ArrayList<Entry>();
    var changes = new ArrayList<Change>();
    for (Entry entry : entries) {
      boolean written = false;
      for (int index = 0; index < mapping.getValue().size(); index++) {
        Node key = mapping.getValue().get(index).getKeyNode();
        if (key instanceof ScalarNode scalar && entry.names().contains(scalar.getValue())) {
          changes.add(new Change(index, written ? new Entry(entry.names(), List.of()) : entry));
          written = true;
        }
      }
      if (!written && !entry.value().isEmpty()) {
        missing.add(entry);
      }
    }
    int end = end(mapping);
    String indent = " ".repeat(column(mapping.getValue().getFirst().getKeyNode()));
    for (Entry entry : missing.reversed()) {
      lines.addAll(end, entry.lines(indent));
    }
    changes.stream()
        .sorted((one, other) -> Integer.compare(other.index(), one.index()))
        .forEach(change -> replace(mapping, change));
  }

  /** Takes the lines of a node away, from the one it begins on. */
  void remove(Node node) {
    lines.subList(line(node), end(node)).clear();
  }

  /** Adds an item after a sequence's last one, with the same indentation. */
  void append(Node lastItem, List<String> item) {
    String indent = " ".repeat(Math.max(0, lines.get(line(lastItem)).indexOf('-')));
    var indented = new ArrayList<String>();
    for (int index = 0; index < item.size(); index++) {
      indented.add(indent + (index == 0 ? "- " : "  ") + item.get(index));
    }
    lines.addAll(end(lastItem), indented);
  }

  private record Change(int index, Entry entry) {}

  private void replace(MappingNode mapping, Change change) {
    Node key = mapping.getValue().get(change.index()).getKeyNode();
    int from = line(key);
    int to =
        change.index() + 1 < mapping.getValue().size()
            ? trimmed(from, line(mapping.getValue().get(change.index() + 1).getKeyNode()))
            : trimmed(from, end(mapping));
    // The first entry of a list's item has the dash before it, which must stay.
    String before = lines.get(from).substring(0, column(key));
    List<String> written = new ArrayList<>(change.entry().lines(" ".repeat(column(key))));
    if (written.isEmpty() && !before.isBlank()) {
      written.add(" ".repeat(column(key)) + change.entry().names().getFirst() + ": null");
    }
    if (!written.isEmpty()) {
      written.set(0, before + written.getFirst().substring(column(key)));
    }
    lines.subList(from, to).clear();
    lines.addAll(from, written);
  }

  private int end(Node node) {
    // A block ends where the next thing begins, whose line belongs to that.
    int to =
        node.getEndMark()
            .map(mark -> isBegin(mark) ? mark.getLine() : mark.getLine() + 1)
            .orElse(lines.size());
    return trimmed(line(node), Math.min(to, lines.size()));
  }

  private static boolean isBegin(Mark mark) {
    // Only blanks stand before the mark on its line.
    int[] buffer = mark.getBuffer();
    for (int at = mark.getPointer() - 1; at >= 0 && buffer[at] != '\n'; at--) {
      if (buffer[at] != ' ') {
        return false;
      }
    }
    return true;
  }

  /** Blank lines and comments before the next entry are the next entry's. */
  private int trimmed(int from, int to) {
    int last = to;
    while (last - 1 > from
        && (lines.get(last - 1).isBlank() || lines.get(last - 1).strip().startsWith("#"))) {
      last--;
    }
    return last;
  }

  private static int line(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0);
  }

  private static int column(Node node) {
    return node.getStartMark().map(Mark::getColumn).orElse(0);
  }

  /** A text as YAML: plain where that is safe, else in quotes. */
  static String scalar(String text) {
    boolean plain =
        text.matches("\\p{L}[\\p{L}\\p{N} ._/+-]*[\\p{L}\\p{N}.+]|\\p{L}")
            && !text.matches("(?i)true|false|yes|no|on|off|null|y|n");
    if (plain) {
      return text;
    }
    var quoted = new StringBuilder("\"");
    for (int index = 0; index < text.length(); index++) {
      char letter = text.charAt(index);
      switch (letter) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        default -> {
          if (Character.isISOControl(letter) || letter == '\uFEFF') {
            quoted.append("\\u%04x".formatted((int) letter));
          } else {
            quoted.append(letter);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  /** Texts as lines of a list; none gives nothing. */
  static List<String> list(List<String> texts) {
    return texts.stream().map(text -> "- " + scalar(text)).toList();
  }
}
