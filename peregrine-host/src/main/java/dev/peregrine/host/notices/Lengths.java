package dev.peregrine.host.notices;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.integration.Notice;
import dev.peregrine.api.integration.Notice.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A notice no longer than a target takes it. */
public final class Lengths {

  private static final int FOR_MORE = 60;

  private Lengths() {}

  /**
   * Cuts a notice: the title and the text, and of the items those that find no room, whose number
   * is said.
   */
  public static Notice cut(Notice notice, int longestTitle, int longestText) {
    String text = cut(notice.text(), longestText);
    var items = new ArrayList<Item>();
    int left = longestText - text.length();
    boolean allFit = notice.items().stream().mapToInt(Lengths::length).sum() <= left;
    int reserve = allFit ? 0 : FOR_MORE;
    for (int i = 0; i < notice.items().size(); i++) {
      Item item = notice.items().get(i);
      if (length(item) > left - reserve) {
        more(notice.items().size() - i, left).ifPresent(items::add);
        break;
      }
      items.add(item);
      left -= length(item);
    }
    return new Notice(
        notice.id(),
        notice.event(),
        cut(notice.title(), longestTitle),
        text,
        List.copyOf(items),
        notice.link(),
        notice.priority(),
        notice.at(),
        notice.facts());
  }

  /** With what stands around it: a mark before it, a colon in it, an address. */
  private static int length(Item item) {
    return item.title().length()
        + item.text().length()
        + 6
        + item.link().map(link -> link.toString().length()).orElse(0);
  }

  private static Optional<Item> more(int count, int left) {
    String text = t("notices.more", "count", count);
    return Optional.of(new Item(text, "", Optional.empty())).filter(item -> length(item) <= left);
  }

  /** Cuts a text, never within a letter of two parts. */
  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end).stripTrailing() + "…";
  }
}
