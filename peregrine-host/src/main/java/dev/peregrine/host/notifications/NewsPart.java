package dev.peregrine.host.notifications;

import dev.peregrine.host.notices.Waiting;
import java.util.List;

/** What a page that is open is to show. */
record NewsPart(List<News> all) {

  static final int MOST = 5;

  /**
   * A notice.
   *
   * @param path of the page where the person reads on
   */
  record News(long id, String title, String text, String path) {}

  static NewsPart of(List<Waiting> waiting) {
    return new NewsPart(
        waiting.stream()
            .map(
                each ->
                    new News(
                        each.id(),
                        each.notice().title(),
                        text(each),
                        each.notice().facts().getOrDefault("path", "/")))
            .toList());
  }

  private static String text(Waiting waiting) {
    String items =
        String.join(
            "\n", waiting.notice().items().stream().map(item -> item.title()).limit(5).toList());
    return waiting.notice().text().isEmpty() ? items : waiting.notice().text();
  }
}
