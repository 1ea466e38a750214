package dev.peregrine.host.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds a reading of a board against the board's own past, so that a page or feed that changed its
 * shape is noticed although it still answers. Rather silent than wrong: it speaks only where the
 * past is large and steady enough, and never where it saw the like before.
 */
final class Drift {

  /** How far back it looks, in readings. */
  static final int PAST = 10;

  private static final int LEAST_READS = 3;
  private static final int LEAST_ROWS = 10;
  private static final int LEAST_PAST_ROWS = 40;
  private static final int LEAST_YIELD = 20;
  private static final double USUALLY_FILLED = 0.6;
  private static final double THIN = 1 / 3.0;
  private static final double NEARLY_ALWAYS = 0.98;
  private static final double BY_CHANCE = 0.001;

  /** Postings of one employer come together and say the same, so that few of them count as one. */
  private static final int CLUMP = 4;

  private static final double COLLAPSED = 0.1;
  private static final double UNREADABLE = 0.2;

  private Drift() {}

  /**
   * What is wrong with a reading; empty where nothing is.
   *
   * @param past whole readings of the same breadth that were right
   */
  static String of(BoardRead now, List<BoardRead> past) {
    if (!now.isWhole() || past.size() < LEAST_READS) {
      return "";
    }
    var signs = new ArrayList<String>();
    collapse(now, past).ifPresent(signs::add);
    rows(now, past).ifPresent(signs::add);
    fields(now, past).ifPresent(signs::add);
    return signs.isEmpty() ? "" : String.join(" ", signs) + " The board may have changed.";
  }

  private static Optional<String> collapse(BoardRead now, List<BoardRead> past) {
    int[] found = past.stream().mapToInt(BoardRead::found).sorted().toArray();
    int median = found[found.length / 2];
    double limit = COLLAPSED * median;
    return median >= LEAST_YIELD && now.found() < limit && found[0] >= limit
        ? Optional.of(
            "It showed %s for the same search, usually about %,d."
                .formatted(postings(now.found()), median))
        : Optional.empty();
  }

  private static String postings(int number) {
    return number == 0
        ? "no posting"
        : number == 1 ? "1 posting" : "%,d postings".formatted(number);
  }

  private static Optional<String> rows(BoardRead now, List<BoardRead> past) {
    double usual = past.stream().mapToDouble(Drift::unreadable).max().orElse(0);
    return now.skipped() >= LEAST_ROWS
            && unreadable(now) >= UNREADABLE
            && usual < unreadable(now) * THIN
        ? Optional.of(
            "%,d of its %,d rows could not be read."
                .formatted(now.skipped(), now.skipped() + now.found()))
        : Optional.empty();
  }

  private static double unreadable(BoardRead read) {
    int all = read.skipped() + read.found();
    return all == 0 ? 0 : (double) read.skipped() / all;
  }

  private static Optional<String> fields(BoardRead now, List<BoardRead> past) {
    List<BoardRead> telling = past.stream().filter(read -> read.found() >= LEAST_ROWS).toList();
    int rows = telling.stream().mapToInt(BoardRead::found).sum();
    if (now.found() < LEAST_ROWS || rows < LEAST_PAST_ROWS || telling.size() < LEAST_READS) {
      return Optional.empty();
    }
    var thin = new ArrayList<String>();
    for (PostingField field : PostingField.values()) {
      double usual = (double) telling.stream().mapToInt(read -> count(read, field)).sum() / rows;
      double limit = usual * THIN;
      boolean never = telling.stream().noneMatch(read -> share(read, field) < limit);
      boolean thinned = usual >= USUALLY_FILLED && share(now, field) < limit && never;
      if (thinned && chance(now.found(), share(now, field), usual) < BY_CHANCE) {
        thin.add(
            "%s in %d %% (usually %d %%)"
                .formatted(field.label(), now.percent(field), Math.round(100 * usual)));
      }
    }
    return thin.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Its postings say less than they used to: %s.".formatted(String.join(", ", thin)));
  }

  /** How likely so few of the rows say it where usually so many do: a binomial tail. */
  private static double chance(int rows, double share, double usual) {
    int clumps = (rows + CLUMP - 1) / CLUMP;
    double often = Math.min(usual, NEARLY_ALWAYS);
    double term = Math.pow(1 - often, clumps);
    double sum = term;
    for (int i = 1; i <= (int) (share * clumps); i++) {
      term *= often / (1 - often) * (clumps - i + 1) / i;
      sum += term;
    }
    return sum;
  }

  private static double share(BoardRead read, PostingField field) {
    return (double) count(read, field) / read.found();
  }

  private static int count(BoardRead read, PostingField field) {
    Map<PostingField, Integer> filled = read.filled();
    return filled.getOrDefault(field, 0);
  }
}
