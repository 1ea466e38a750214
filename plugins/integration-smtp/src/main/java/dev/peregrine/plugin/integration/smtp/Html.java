package dev.peregrine.plugin.integration.smtp;

import dev.peregrine.api.integration.Notice;
import java.net.URI;

/** A notice as HTML that every mail program shows: no styles, no pictures, nothing to load. */
final class Html {

  private Html() {}

  static String of(Notice notice) {
    var html =
        new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>");
    html.append("<h3>").append(escaped(notice.title())).append("</h3>");
    if (!notice.text().isEmpty()) {
      html.append("<p>").append(lines(notice.text())).append("</p>");
    }
    if (!notice.items().isEmpty()) {
      html.append("<ul>");
      notice.items().forEach(item -> html.append(item(item)));
      html.append("</ul>");
    }
    notice
        .link()
        .ifPresent(
            link ->
                html.append("<p>").append(anchor(link, escaped(link.toString()))).append("</p>"));
    return html.append("</body></html>").toString();
  }

  private static String item(Notice.Item item) {
    String title = escaped(item.title());
    String text = item.text().isEmpty() ? "" : "<br>" + lines(item.text());
    return "<li>%s%s</li>"
        .formatted(item.link().map(link -> anchor(link, title)).orElse(title), text);
  }

  private static String anchor(URI link, String title) {
    return "<a href=\"%s\">%s</a>".formatted(escaped(link.toString()), title);
  }

  private static String lines(String text) {
    return escaped(text).replace("\n", "<br>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
