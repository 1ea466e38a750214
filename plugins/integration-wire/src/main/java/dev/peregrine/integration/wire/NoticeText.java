package dev.peregrine.integration.wire;

import dev.peregrine.api.integration.Notice;
import java.util.stream.Collectors;

/** What a notice says, as services without markup show it. */
public final class NoticeText {

  private NoticeText() {}

  /** The text and below it the items, a line each; empty where there is neither. */
  public static String plain(Notice notice) {
    String items =
        notice.items().stream()
            .map(item -> "• " + item.title() + (item.text().isEmpty() ? "" : "\n   " + item.text()))
            .collect(Collectors.joining("\n"));
    String joint = notice.text().isEmpty() || items.isEmpty() ? "" : "\n\n";
    return notice.text() + joint + items;
  }

  /** The same for services that demand a text: without one, the title stands for it. */
  public static String neverEmpty(Notice notice) {
    String text = plain(notice);
    return text.isEmpty() ? notice.title() : text;
  }
}
