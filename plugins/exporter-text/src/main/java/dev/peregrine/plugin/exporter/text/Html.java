package dev.peregrine.plugin.exporter.text;

import dev.peregrine.api.export.ExporterContext.Layout;
import dev.peregrine.api.export.ExporterContext.Paper;
import dev.peregrine.document.outline.Block;
import dev.peregrine.document.outline.Plain;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A document as a page of HTML. Texts stay texts. */
final class Html {

  private static final Set<String> FROM_RIGHT = Set.of("ar", "fa", "he", "iw", "ur", "yi");

  private static final String STYLE =
      """
      @page { size: %s; margin: 20mm; }
      body { font: 11pt/1.45 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff; }
      h1 { font-size: 1.7em; margin: 0 0 .2em; }
      h2 { font-size: 1.15em; margin: 1.4em 0 .4em; border-bottom: 1px solid #999; }
      h3 { font-size: 1em; margin: 1em 0 .2em; display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1em; }
      h3 small { font-weight: normal; font-size: 1em; color: #444; }
      h2, h3 { break-after: avoid; }
      p { margin: .5em 0; } ul { margin: .3em 0; padding-inline-start: 1.2em; }
      table { border-collapse: collapse; width: 100%%; } th, td { border: 1px solid #999; padding: .2em .4em; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
      .sheet { break-before: page; border: 0; margin: 2em 0; }
      @media print { body { margin: 0; padding: 0; max-width: none; } }
      """;

  private Html() {}

  static String of(List<Block> blocks, Layout layout) {
    String language = layout.locale().toLanguageTag();
    String direction = FROM_RIGHT.contains(layout.locale().getLanguage()) ? "rtl" : "ltr";
    return """
        <!DOCTYPE html>
        <html lang="%s" dir="%s">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        %s
        </body>
        </html>
        """
        .formatted(
            text(language),
            direction,
            text(Plain.line(layout.title())),
            STYLE.formatted(layout.paper() == Paper.US_LETTER ? "letter" : "A4"),
            blocks.stream().map(Html::of).collect(Collectors.joining("\n")));
  }

  private static String of(Block block) {
    return switch (block) {
      case Block.Title title -> "<h1>" + text(title.text()) + "</h1>";
      case Block.Heading heading -> "<h2>" + text(heading.text()) + "</h2>";
      case Block.Entry entry ->
          "<h3>"
              + text(entry.text())
              + entry.aside().map(aside -> " <small>" + text(aside) + "</small>").orElse("")
              + "</h3>";
      case Block.Lines lines -> lines(lines);
      case Block.Links links ->
          links.links().stream()
              .map(Html::link)
              .collect(Collectors.joining("<br>\n", "<p>", "</p>"));
      case Block.Items items ->
          items.items().stream()
              .map(item -> "<li>" + text(item) + "</li>")
              .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
      case Block.Table table -> table(table);
      case Block.NewSheet none -> "<hr class=\"sheet\">";
    };
  }

  private static String lines(Block.Lines lines) {
    String all = lines.lines().stream().map(Html::text).collect(Collectors.joining("<br>\n"));
    return lines.strong() ? "<p><strong>" + all + "</strong></p>" : "<p>" + all + "</p>";
  }

  private static String link(Block.Link link) {
    return link.isSafe()
        ? "<a href=\"%s\">%s</a>".formatted(text(link.address()), text(link.text()))
        : text(link.text());
  }

  private static String table(Block.Table table) {
    return "<table>\n<thead>"
        + row("th scope=\"col\"", "th", table.headings())
        + "</thead>\n<tbody>\n"
        + table.rows().stream().map(row -> row("td", "td", row)).collect(Collectors.joining("\n"))
        + "\n</tbody>\n</table>";
  }

  private static String row(String opens, String closes, List<String> cells) {
    return cells.stream()
        .map(cell -> "<" + opens + ">" + text(cell) + "</" + closes + ">")
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  private static String text(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
