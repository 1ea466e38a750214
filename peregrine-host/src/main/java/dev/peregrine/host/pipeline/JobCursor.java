package dev.peregrine.host.pipeline;

import dev.peregrine.host.pipeline.JobFilter.Order;
import dev.peregrine.host.pipeline.JobListMapper.RowData;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where a page ends: the key by which the list is sorted and the id of its last row, such as {@code
 * 48.0-8790}.
 *
 * @param key a number, or text where companies are sorted
 */
record JobCursor(Object key, long id) {

  static JobCursor parse(String text, Order order) {
    int at = text.lastIndexOf('-');
    try {
      String key = text.substring(0, at);
      return new JobCursor(
          switch (order) {
            case BEST_MATCH -> Double.valueOf(key);
            case NEWEST -> Long.valueOf(key);
            case COMPANY -> new String(Base64.getUrlDecoder().decode(key), StandardCharsets.UTF_8);
          },
          Long.parseLong(text.substring(at + 1)));
    } catch (IndexOutOfBoundsException | IllegalArgumentException malformed) {
      throw new IllegalArgumentException(
          "Page position \"%s\": expected one that a page gave as its next. Begin at the first page."
              .formatted(text),
          malformed);
    }
  }

  static JobCursor of(RowData row, Order order) {
    return new JobCursor(
        switch (order) {
          case BEST_MATCH -> row.sortScore();
          case NEWEST -> row.sortDay();
          case COMPANY -> row.sortCompany();
        },
        row.id());
  }

  static String column(Order order) {
    return switch (order) {
      case BEST_MATCH -> "sort_score";
      case NEWEST -> "sort_day";
      case COMPANY -> "sort_company";
    };
  }

  String text() {
    Object shown =
        key instanceof String name
            ? Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(name.getBytes(StandardCharsets.UTF_8))
            : key;
    return shown + "-" + id;
  }
}
