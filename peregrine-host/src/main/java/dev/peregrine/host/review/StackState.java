package dev.peregrine.host.review;

import dev.peregrine.host.web.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a person is in the stack, kept in the address: so that it survives a reload, two tabs do
 * not disturb each other, and it works without script.
 *
 * @param query what is shown
 * @param after the place in the order behind which the next card is
 * @param at a card to show out of order, which was brought back
 * @param trail what was done, the last at the end: {@code m} for a decision, {@code s17} for
 *     skipping job 17; Undo takes it back in that order
 */
record StackState(ReviewQuery query, String after, OptionalLong at, List<String> trail) {

  /** Behind the last card. */
  static final String END = "end";

  private static final int LONGEST_TRAIL = 100;

  static StackState of(Visit visit) {
    var trail = new ArrayList<String>();
    for (String step : visit.value("trail").split("\\.")) {
      if (step.matches("m|s\\d{1,18}")) {
        trail.add(step);
      }
    }
    String after = visit.value("after");
    return new StackState(
        ReviewQuery.of(visit),
        after.length() <= LONGEST_TRAIL ? after : "",
        visit.number("at"),
        List.copyOf(trail));
  }

  Optional<String> cursor() {
    return Optional.of(after).filter(text -> !text.isEmpty() && !isAtEnd());
  }

  boolean isAtEnd() {
    return after.equals(END);
  }

  StackState behind(Optional<String> newAfter) {
    return new StackState(query, newAfter.orElse(after), OptionalLong.empty(), trail);
  }

  StackState showing(long job) {
    return new StackState(query, after, OptionalLong.of(job), trail);
  }

  StackState next() {
    return new StackState(query, after, OptionalLong.empty(), trail);
  }

  StackState did(String step) {
    var longer = new ArrayList<>(trail);
    longer.add(step);
    int from = Math.max(longer.size() - LONGEST_TRAIL, 0);
    return new StackState(query, after, at, List.copyOf(longer.subList(from, longer.size())));
  }

  Optional<String> last() {
    return trail.isEmpty() ? Optional.empty() : Optional.of(trail.getLast());
  }

  StackState withoutLast() {
    return trail.isEmpty()
        ? this
        : new StackState(query, after, at, trail.subList(0, trail.size() - 1));
  }

  /** After a question mark. */
  String text() {
    var parts = new ArrayList<String>();
    if (!query.given().isEmpty()) {
      parts.add(query.text());
    }
    if (!after.isEmpty()) {
      parts.add("after=" + URLEncoder.encode(after, StandardCharsets.UTF_8));
    }
    at.ifPresent(id -> parts.add("at=" + id));
    if (!trail.isEmpty()) {
      parts.add("trail=" + String.join(".", trail));
    }
    return String.join("&", parts);
  }

  String path() {
    return text().isEmpty() ? "/review" : "/review?" + text();
  }

  /** The address of an action, with the state behind it. */
  String action(String path) {
    return text().isEmpty() ? path : path + "?" + text();
  }
}
