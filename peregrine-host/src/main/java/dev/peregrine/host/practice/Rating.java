package dev.peregrine.host.practice;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How good an answer was.
 *
 * @param backend the model that rated; empty where the person did
 * @param points one a criterion, not necessarily for all
 * @param summary in a sentence or two; may be empty
 */
public record Rating(By by, String backend, List<Point> points, String summary) {

  /** The best level; the least is 1. */
  public static final int MOST = 4;

  private static final double WEAK = 2.5;

  /** Who rates. */
  public enum By {
    SELF,
    MODEL
  }

  /**
   * One criterion.
   *
   * @param level 1 to {@link #MOST}
   * @param sentence why; may be empty
   * @param quote words of the answer that show it; may be empty
   */
  public record Point(Criterion criterion, int level, String sentence, String quote) {

    public Point {
      if (level < 1 || level > MOST) {
        throw new IllegalArgumentException(
            "Level \"%d\" of %s: expected 1 to %d.".formatted(level, criterion.key(), MOST));
      }
    }

    /** Whether it has to get better. */
    public boolean isWeak() {
      return level <= 2;
    }
  }

  public Rating {
    points = List.copyOf(points);
    var seen = new HashSet<Criterion>();
    for (Point point : points) {
      if (!seen.add(point.criterion())) {
        throw new IllegalArgumentException(
            "A rating has \"%s\" twice, expected once.".formatted(point.criterion().key()));
      }
    }
    if (points.isEmpty()) {
      throw new IllegalArgumentException("A rating has no criterion, expected one or more.");
    }
  }

  /** The mean level. */
  public double mean() {
    return points.stream().mapToInt(Point::level).average().orElse(0);
  }

  /** What has to get better. */
  public Set<Criterion> weak() {
    var weak = EnumSet.noneOf(Criterion.class);
    points.stream().filter(Point::isWeak).map(Point::criterion).forEach(weak::add);
    return weak;
  }

  /** Whether the question should come back. */
  public boolean isWeak() {
    return mean() < WEAK || points.stream().anyMatch(point -> point.level() == 1);
  }
}
