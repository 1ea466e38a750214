package dev.peregrine.host.resumes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One entry of a section.
 *
 * @param head short lines about it, the one with the date among them
 * @param anchor the line with the date
 * @param body bullets and sentences
 */
record Block(List<Item> head, Optional<Item> anchor, List<Item> body) {

  private static final int MOST_ABOVE = 3;
  private static final int MOST_BELOW = 3;

  Optional<Dates.Hit> date() {
    return anchor.flatMap(Item::date);
  }

  Period period() {
    return date().map(Dates.Hit::period).orElse(Period.NONE);
  }

  int first() {
    return head.isEmpty() ? body.getFirst().first() : head.getFirst().first();
  }

  int last() {
    return body.isEmpty() ? head.getLast().last() : body.getLast().last();
  }

  /**
   * Parts a section into entries with one date each. How many lines stand above the date is learned
   * from the first entry, where nothing else can stand there.
   */
  static List<Block> of(List<Item> items, Predicate<Item> isAnchor, Predicate<Item> begins) {
    var anchors = new ArrayList<Integer>();
    for (int i = 0; i < items.size(); i++) {
      if (isAnchor.test(items.get(i))) {
        anchors.add(i);
      }
    }
    if (anchors.isEmpty()) {
      return undated(items, begins);
    }
    int above = above(items, anchors);
    int[] starts = starts(items, anchors, above);
    var blocks = new ArrayList<Block>();
    for (int n = 0; n < starts.length; n++) {
      int end = n + 1 < starts.length ? starts[n + 1] : items.size();
      int anchor = anchors.get(n);
      int below = anchor + 1;
      while (below < end && below - anchor <= MOST_BELOW && items.get(below).isShort()) {
        below++;
      }
      blocks.add(
          new Block(
              List.copyOf(items.subList(starts[n], below)),
              Optional.of(items.get(anchor)),
              List.copyOf(items.subList(below, end))));
    }
    return blocks;
  }

  private static int[] starts(List<Item> items, List<Integer> anchors, int above) {
    Set<Line.Look> looks = new HashSet<>();
    for (int i = anchors.getFirst() - above; i < anchors.getFirst(); i++) {
      looks.add(items.get(i).line().look());
    }
    Optional<Line.Look> body = usual(items);
    boolean tells = body.isPresent() && !looks.isEmpty() && !looks.contains(body.get());
    var starts = new int[anchors.size()];
    for (int n = 0; n < starts.length; n++) {
      int least = n == 0 ? 0 : anchors.get(n - 1) + 1;
      int start = anchors.get(n);
      while (start > least
          && anchors.get(n) - start < above
          && items.get(start - 1).isShort()
          && (!tells || looks.contains(items.get(start - 1).line().look()))) {
        start--;
      }
      starts[n] = start;
    }
    return starts;
  }

  /** How most sentences and bullets look. */
  private static Optional<Line.Look> usual(List<Item> items) {
    Map<Line.Look, Integer> count = new HashMap<>();
    items.stream()
        .filter(item -> !item.isShort() && item.line().size() > 0)
        .forEach(item -> count.merge(item.line().look(), item.text().length(), Integer::sum));
    return count.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  private static int above(List<Item> items, List<Integer> anchors) {
    int first = 0;
    int at = anchors.getFirst();
    while (first < MOST_ABOVE && at - first > 0 && items.get(at - first - 1).isShort()) {
      first++;
    }
    int later = -1;
    for (int n = 1; n < anchors.size(); n++) {
      int trailing = 0;
      int anchor = anchors.get(n);
      while (anchor - trailing - 1 > anchors.get(n - 1)
          && items.get(anchor - trailing - 1).isShort()) {
        trailing++;
      }
      if (anchor - trailing - 1 > anchors.get(n - 1)) {
        later = Math.max(later, trailing);
      }
    }
    return later < 0 ? first : Math.min(first, later);
  }

  private static List<Block> undated(List<Item> items, Predicate<Item> begins) {
    var blocks = new ArrayList<Block>();
    var head = new ArrayList<Item>();
    var body = new ArrayList<Item>();
    for (Item item : items) {
      boolean starts = begins.test(item) && (!body.isEmpty() || head.stream().anyMatch(begins));
      if (starts || (item.isShort() && !body.isEmpty() && !body.getLast().isShort())) {
        blocks.add(new Block(List.copyOf(head), Optional.empty(), List.copyOf(body)));
        head.clear();
        body.clear();
      }
      (item.isShort() && body.isEmpty() && head.size() < 4 ? head : body).add(item);
    }
    if (!head.isEmpty() || !body.isEmpty()) {
      blocks.add(new Block(List.copyOf(head), Optional.empty(), List.copyOf(body)));
    }
    return blocks;
  }
}
