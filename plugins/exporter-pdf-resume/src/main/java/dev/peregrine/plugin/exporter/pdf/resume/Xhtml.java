package dev.peregrine.plugin.exporter.pdf.resume;

import dev.peregrine.document.fonts.Legible;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** XHTML that is being made. Every text goes through {@link #text}, so that none is markup. */
final class Xhtml {

  private final StringBuilder out = new StringBuilder();
  private final Legible legible;

  Xhtml(Legible legible) {
    this.legible = legible;
  }

  /** Markup of ours. */
  Xhtml raw(String markup) {
    out.append(markup);
    return this;
  }

  Xhtml text(String text) {
    out.append(escaped(legible.of(text.strip())));
    return this;
  }

  /** An element with a text, if there is one. */
  Xhtml element(String name, String cssClass, String text) {
    if (!text.isBlank()) {
      raw("<%s class=\"%s\">".formatted(name, cssClass)).text(text).raw("</%s>".formatted(name));
    }
    return this;
  }

  /** Paragraphs, parted by empty lines; a single line break stays one. */
  Xhtml paragraphs(String cssClass, String text) {
    for (String paragraph : legible.of(text).strip().split("\\n\\s*\\n")) {
      if (!paragraph.isBlank()) {
        raw("<p class=\"%s\">".formatted(cssClass));
        raw(escaped(paragraph.strip()).replace("\n", "<br/>")).raw("</p>");
      }
    }
    return this;
  }

  /** A list of the texts that say something. */
  Xhtml bullets(List<String> texts) {
    List<String> said = texts.stream().filter(text -> !text.isBlank()).toList();
    if (!said.isEmpty()) {
      raw("<ul>");
      said.forEach(text -> raw("<li><div>").text(withoutDot(text)).raw("</div></li>"));
      raw("</ul>");
    }
    return this;
  }

  /** A text that leads somewhere, where the address is one that may be called. */
  Xhtml link(String text, Optional<URI> target) {
    return target.isPresent()
        ? raw("<a href=\"%s\" title=\"%1$s\">".formatted(escaped(target.get().toASCIIString())))
            .text(text)
            .raw("</a>")
        : text(text);
  }

  /** Whether nothing was written. */
  boolean isEmpty() {
    return out.isEmpty();
  }

  @Override
  public String toString() {
    return out.toString();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Bullets that were typed beside the text. */
  private static String withoutDot(String text) {
    return text.strip().replaceFirst("^[•·‣▪*\\u2013-]\\s+", "");
  }
}
