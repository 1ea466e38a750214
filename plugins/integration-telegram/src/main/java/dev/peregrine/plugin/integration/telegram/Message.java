package dev.peregrine.plugin.integration.telegram;

import dev.peregrine.api.integration.Notice;
import java.util.regex.Pattern;

/**
 * A notice in Telegram's HTML.
 *
 * @see <a href="https://core.telegram.org/bots/api#html-style">HTML style</a>
 */
final class Message {

  /**
   * Telegram looks for names in every text and calls the people: a sign that nobody sees keeps it
   * from that, but stays out of addresses of mails.
   */
  private static final Pattern NAME = Pattern.compile("(?<![\\w.+-])@(?=\\w)");

  private static final String UNSEEN = "\u2060";

  private Message() {}

  static String html(Notice notice) {
    var html = new StringBuilder("<b>").append(escaped(notice.title())).append("</b>");
    if (!notice.text().isEmpty()) {
      html.append('\n').append(escaped(notice.text()));
    }
    if (!notice.items().isEmpty()) {
      html.append('\n');
    }
    for (Notice.Item item : notice.items()) {
      String title = escaped(item.title());
      html.append("\n• ")
          .append(
              item.link()
                  .map(link -> "<a href=\"%s\">%s</a>".formatted(attribute(link.toString()), title))
                  .orElse(title));
      if (!item.text().isEmpty()) {
        html.append("\n   ").append(escaped(item.text()));
      }
    }
    notice.link().ifPresent(link -> html.append("\n\n").append(attribute(link.toString())));
    return html.toString();
  }

  private static String escaped(String text) {
    return NAME.matcher(attribute(text)).replaceAll("@" + UNSEEN);
  }

  private static String attribute(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
