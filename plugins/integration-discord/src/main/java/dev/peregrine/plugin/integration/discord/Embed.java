package dev.peregrine.plugin.integration.discord;

import dev.peregrine.api.integration.Notice;
import dev.peregrine.wire.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A notice as an embed, whose texts are Markdown: whatever could be a sign of it is escaped. The
 * link stands in the text, because Discord refuses a whole message over an address that it does not
 * like in a field for one.
 *
 * @see <a href="https://docs.discord.com/developers/resources/message#embed-limits">Limits</a>
 */
final class Embed {

  /** Escaped, a text is at most twice as long; Discord takes 256 and 4,096 characters. */
  static final int LONGEST_TITLE = 128;

  static final int LONGEST_TEXT = 1700;

  private static final int MOST = 4096;

  private static final Pattern SIGN = Pattern.compile("[\\\\*_~`|#>\\[\\]()<:@+-]");
  private static final Pattern NUMBERED = Pattern.compile("(?m)^(\\s*\\d+)\\.");

  /** Delivered without a sound. */
  private static final int SILENT = 1 << 12;

  private Embed() {}

  static String message(Notice notice) {
    JsonObject embed =
        new JsonObject()
            .text("title", escaped(notice.title()))
            .text("description", description(notice))
            .whole("color", color(notice))
            .text("timestamp", notice.at().toString());
    return new JsonObject()
        .objects("embeds", List.of(embed))
        .object("allowed_mentions", new JsonObject().texts("parse", List.of()))
        .whole("flags", notice.priority() == Notice.Priority.LOW ? SILENT : 0)
        .toString();
  }

  /** All items first, then as many of their links as there is room for. */
  private static String description(Notice notice) {
    String end = notice.link().map(link -> "\n" + link).orElse("");
    int room = MOST - end.length();
    var parts = new ArrayList<String>(List.of(escaped(notice.text())));
    notice.items().forEach(item -> parts.add(line(item, escaped(item.title()))));
    int used = parts.stream().mapToInt(String::length).sum();
    for (int i = 0; i < notice.items().size(); i++) {
      String linked = linked(notice.items().get(i));
      int longer = linked.length() - parts.get(i + 1).length();
      if (used + longer <= room) {
        parts.set(i + 1, linked);
        used += longer;
      }
    }
    String text = String.join("", parts);
    return ((text.length() <= room ? text : cut(text, room)) + end).strip();
  }

  private static String linked(Notice.Item item) {
    String title = escaped(item.title());
    return line(item, item.link().map(link -> "[%s](<%s>)".formatted(title, link)).orElse(title));
  }

  private static String line(Notice.Item item, String title) {
    return "\n• " + title + text(item);
  }

  /** At the end of a line, where no sign is half escaped. */
  private static String cut(String text, int room) {
    return text.substring(0, Math.max(0, text.lastIndexOf('\n', room - 2))) + "\n…";
  }

  private static String text(Notice.Item item) {
    return item.text().isEmpty() ? "" : "\n   " + escaped(item.text());
  }

  private static String escaped(String text) {
    String signs = SIGN.matcher(text).replaceAll("\\\\$0");
    return NUMBERED.matcher(signs).replaceAll("$1\\\\.");
  }

  private static int color(Notice notice) {
    return switch (notice.priority()) {
      case LOW -> 0x8a8f98;
      case NORMAL -> 0x2f6f8f;
      case URGENT -> 0xc2410c;
    };
  }
}
