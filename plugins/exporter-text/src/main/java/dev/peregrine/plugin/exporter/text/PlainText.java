package dev.peregrine.plugin.exporter.text;

import dev.peregrine.document.outline.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A document as text without any format. */
final class PlainText {

  private PlainText() {}

  static String of(List<Block> blocks) {
    return blocks.stream().map(PlainText::of).collect(Collectors.joining("\n\n")) + "\n";
  }

  private static String of(Block block) {
    return switch (block) {
      case Block.Title title -> title.text() + "\n" + "=".repeat(wide(title.text()));
      case Block.Heading heading -> heading.text() + "\n" + "-".repeat(wide(heading.text()));
      case Block.Entry entry -> entry.text() + entry.aside().map(a -> " (" + a + ")").orElse("");
      case Block.Lines lines -> String.join("\n", lines.lines());
      case Block.Links links ->
          links.links().stream().map(Block.Link::text).collect(Collectors.joining("\n"));
      case Block.Items items ->
          items.items().stream().map(item -> "- " + item).collect(Collectors.joining("\n"));
      case Block.Table table -> entries(table);
      case Block.NewSheet none -> "=".repeat(72);
    };
  }

  /** As wide as the line above, as long as no sign is wider than another. */
  private static int wide(String text) {
    return Math.max(1, text.codePointCount(0, text.length()));
  }

  /** Columns would break where a cell is long: each row is a little list. */
  private static String entries(Block.Table table) {
    var rows = new ArrayList<String>();
    for (List<String> row : table.rows()) {
      var lines = new ArrayList<String>();
      for (int i = 0; i < row.size(); i++) {
        if (!row.get(i).isEmpty()) {
          lines.add(table.headings().get(i) + ": " + row.get(i));
        }
      }
      rows.add(String.join("\n", lines));
    }
    return String.join("\n\n", rows);
  }
}
