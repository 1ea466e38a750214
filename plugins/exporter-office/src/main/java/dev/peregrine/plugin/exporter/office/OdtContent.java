package dev.peregrine.plugin.exporter.office;

import dev.peregrine.document.outline.Block;
import java.util.List;

/** What stands in an OpenDocument text. */
final class OdtContent {

  static final String TEXT = "Standard";
  static final String STRONG = "Strong";
  static final String TITLE = "Title";
  static final String HEADING = "Heading_1";
  static final String ENTRY = "Heading_2";
  static final String ITEM = "List";
  static final String CELL = "Cell";
  static final String HEAD = "Head";
  static final String DOTS = "Dots";

  private static final String PLAIN = "Plain";
  private static final String NEXT = "Next";

  private final OdtXml xml =
      new OdtXml("office:document-content", "office", "style", "text", "table", "fo", "xlink");

  static byte[] of(List<Block> blocks) {
    return new OdtContent().write(blocks);
  }

  private byte[] write(List<Block> blocks) {
    xml.open("office:automatic-styles");
    xml.open("style:style", "style:name", PLAIN, "style:family", "text");
    xml.empty("style:text-properties", "fo:font-weight", "normal");
    xml.close();
    xml.open("style:style", "style:name", NEXT, "style:family", "paragraph");
    xml.attribute("style:parent-style-name", TEXT);
    xml.empty("style:paragraph-properties", "fo:break-before", "page", "fo:margin-bottom", "0pt");
    xml.close();
    xml.close();
    xml.open("office:body");
    xml.open("office:text");
    blocks.forEach(this::add);
    xml.close();
    xml.close();
    return xml.end();
  }

  private void add(Block block) {
    switch (block) {
      case Block.Title title -> paragraph(TITLE, title.text());
      case Block.Heading heading -> {
        xml.open("text:h", "text:style-name", HEADING, "text:outline-level", "1");
        say(heading.text());
        xml.close();
      }
      case Block.Entry entry -> entry(entry);
      case Block.Lines lines -> lines(lines);
      case Block.Links links -> links(links);
      case Block.Items items -> items(items);
      case Block.Table table -> table(table);
      case Block.NewSheet next -> xml.empty("text:p", "text:style-name", NEXT);
    }
  }

  private void paragraph(String style, String text) {
    xml.open("text:p", "text:style-name", style);
    say(text);
    xml.close();
  }

  /** Two blanks in a row count as one, unless they are told to be there. */
  private void say(String text) {
    int from = 0;
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) == ' ' && text.charAt(i - 1) == ' ') {
        xml.text(text.substring(from, i));
        xml.empty("text:s");
        from = i + 1;
      }
    }
    xml.text(text.substring(from));
  }

  /** What stands aside is pushed to the right edge by a tab, so that it is read in order. */
  private void entry(Block.Entry entry) {
    xml.open("text:h", "text:style-name", ENTRY, "text:outline-level", "2");
    say(entry.text());
    entry
        .aside()
        .ifPresent(
            aside -> {
              xml.empty("text:tab");
              xml.open("text:span", "text:style-name", PLAIN);
              say(aside);
              xml.close();
            });
    xml.close();
  }

  private void lines(Block.Lines lines) {
    xml.open("text:p", "text:style-name", lines.strong() ? STRONG : TEXT);
    for (int i = 0; i < lines.lines().size(); i++) {
      if (i > 0) {
        xml.empty("text:line-break");
      }
      say(lines.lines().get(i));
    }
    xml.close();
  }

  private void links(Block.Links links) {
    xml.open("text:p", "text:style-name", TEXT);
    for (int i = 0; i < links.links().size(); i++) {
      Block.Link link = links.links().get(i);
      if (i > 0) {
        xml.empty("text:line-break");
      }
      if (link.isSafe()) {
        xml.open("text:a", "xlink:type", "simple", "xlink:href", link.address());
        say(link.text());
        xml.close();
      } else {
        say(link.text());
      }
    }
    xml.close();
  }

  private void items(Block.Items items) {
    xml.open("text:list", "text:style-name", DOTS);
    for (String item : items.items()) {
      xml.open("text:list-item");
      paragraph(ITEM, item);
      xml.close();
    }
    xml.close();
  }

  private void table(Block.Table table) {
    xml.open("table:table");
    xml.empty(
        "table:table-column",
        "table:number-columns-repeated",
        String.valueOf(table.headings().size()));
    xml.open("table:table-header-rows");
    row(table.headings(), HEAD);
    xml.close();
    table.rows().forEach(row -> row(row, CELL));
    xml.close();
  }

  private void row(List<String> cells, String style) {
    xml.open("table:table-row");
    for (String cell : cells) {
      xml.open("table:table-cell");
      paragraph(style, cell);
      xml.close();
    }
    xml.close();
  }
}
