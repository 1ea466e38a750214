package dev.peregrine.plugin.exporter.tables;

/** Texts in XML. */
final class Xml {

  private Xml() {}

  /** The text of an element or an attribute of ours; a cell's text is clean already. */
  static String text(String text) {
    var escaped = new StringBuilder(text.length() + 16);
    ((Cell.Text) Cell.text(text))
        .text()
        .codePoints()
        .forEach(
            sign -> {
              switch (sign) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(sign);
              }
            });
    return escaped.toString();
  }
}
