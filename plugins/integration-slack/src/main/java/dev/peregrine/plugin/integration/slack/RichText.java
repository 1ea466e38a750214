package dev.peregrine.plugin.integration.slack;

import dev.peregrine.api.integration.Notice;
import dev.peregrine.wire.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A notice as a block of rich text. Its texts are taken as they are; only the line that stands in
 * for the block elsewhere, such as on a lock screen, is markup and is escaped.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/blocks/rich-text-block">Rich text</a>
 */
final class RichText {

  private RichText() {}

  static String message(Notice notice) {
    JsonObject block =
        new JsonObject().text("type", "rich_text").objects("elements", elements(notice));
    return new JsonObject()
        .text("text", escaped(notice.title()))
        .flag("unfurl_links", false)
        .flag("unfurl_media", false)
        .objects("blocks", List.of(block))
        .toString();
  }

  private static List<JsonObject> elements(Notice notice) {
    var elements = new ArrayList<JsonObject>();
    elements.add(section(List.of(bold(notice.title()))));
    if (!notice.text().isEmpty()) {
      elements.add(section(List.of(text(notice.text()))));
    }
    if (!notice.items().isEmpty()) {
      elements.add(
          new JsonObject()
              .text("type", "rich_text_list")
              .text("style", "bullet")
              .objects("elements", notice.items().stream().map(RichText::item).toList()));
    }
    notice.link().ifPresent(link -> elements.add(section(List.of(link(link, Optional.empty())))));
    return elements;
  }

  private static JsonObject item(Notice.Item item) {
    var parts = new ArrayList<JsonObject>();
    parts.add(
        item.link().isPresent()
            ? link(item.link().get(), Optional.of(item.title()))
            : text(item.title()));
    if (!item.text().isEmpty()) {
      parts.add(text("\n" + item.text()));
    }
    return section(parts);
  }

  private static JsonObject section(List<JsonObject> parts) {
    return new JsonObject().text("type", "rich_text_section").objects("elements", parts);
  }

  private static JsonObject text(String text) {
    return new JsonObject().text("type", "text").text("text", text);
  }

  private static JsonObject bold(String text) {
    return text(text).object("style", new JsonObject().flag("bold", true));
  }

  private static JsonObject link(URI address, Optional<String> text) {
    JsonObject link = new JsonObject().text("type", "link").text("url", address.toString());
    return text.isPresent() ? link.text("text", text.get()) : link;
  }

  /** Without these three there is neither a mention nor a link in Slack's markup. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
