package dev.peregrine.plugin.scorer.keywords;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A score in tenths of a point, handed out so that the parts add up to it exactly. */
final class Points {

  private Points() {}

  /**
   * Tenths for each share: each gets its whole tenths, and those that lost most by it share what is
   * left.
   *
   * @param shares what each part contributed, in the order that decides between equals
   */
  static int[] tenths(int total, List<Double> shares) {
    int[] given = new int[shares.size()];
    double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
    if (!(sum > 0)) {
      return given;
    }
    double[] left = new double[given.length];
    for (int i = 0; i < given.length; i++) {
      double exact = total * shares.get(i) / sum;
      given[i] = (int) exact;
      left[i] = exact - given[i];
    }
    int open = total - Arrays.stream(given).sum();
    IntStream.range(0, given.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -left[i]).thenComparing(i -> i))
        .limit(open)
        .forEach(i -> given[i]++);
    return given;
  }
}
