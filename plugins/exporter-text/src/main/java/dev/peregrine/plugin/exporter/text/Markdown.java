package dev.peregrine.plugin.exporter.text;

import dev.peregrine.document.outline.Block;
import java.util.List;
import java.util.stream.Collectors;

/** A document as Markdown. Texts stay texts: what would be markup in them is escaped. */
final class Markdown {

  private Markdown() {}

  static String of(List<Block> blocks) {
    return blocks.stream().map(Markdown::of).collect(Collectors.joining("\n\n")) + "\n";
  }

  private static String of(Block block) {
    return switch (block) {
      case Block.Title title -> "# " + text(title.text());
      case Block.Heading heading -> "## " + text(heading.text());
      case Block.Entry entry ->
          "### " + text(entry.text()) + entry.aside().map(a -> " (" + text(a) + ")").orElse("");
      case Block.Lines lines -> lines(lines);
      case Block.Links links ->
          links.links().stream().map(Markdown::link).collect(Collectors.joining("  \n"));
      case Block.Items items ->
          items.items().stream().map(item -> "- " + text(item)).collect(Collectors.joining("\n"));
      case Block.Table table ->
          row(table.headings())
              + "\n"
              + row(table.headings().stream().map(any -> "---").toList(), false)
              + table.rows().stream().map(row -> "\n" + row(row)).collect(Collectors.joining());
      case Block.NewSheet none -> "---";
    };
  }

  private static String lines(Block.Lines lines) {
    String mark = lines.strong() ? "**" : "";
    return lines.lines().stream()
        .map(line -> mark + text(line) + mark)
        .collect(Collectors.joining("  \n"));
  }

  private static String link(Block.Link link) {
    if (!link.address().matches("(?i)(https?|mailto):[^\\s<>\\p{Cntrl}]+")) {
      return text(link.text());
    }
    return link.text().equals(link.address())
        ? "<" + link.address() + ">"
        : "[" + text(link.text()) + "](<" + link.address() + ">)";
  }

  private static String row(List<String> cells) {
    return row(cells, true);
  }

  private static String row(List<String> cells, boolean escaped) {
    return cells.stream()
        .map(cell -> escaped ? text(cell) : cell)
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** Escapes what is markup anywhere, and at the beginning what is markup there. */
  private static String text(String line) {
    return line.strip()
        .replaceAll("[\\\\`*_\\[\\]<>&|~]", "\\\\$0")
        .replaceFirst("^([#+=-])", "\\\\$1")
        .replaceFirst("^(\\d{1,9})([.)])", "$1\\\\$2");
  }
}
