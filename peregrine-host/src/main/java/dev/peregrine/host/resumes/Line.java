package dev.peregrine.host.resumes;

import java.util.Objects;

/**
 * A line in reading order.
 *
 * @param number of its {@link SourceLine}
 * @param text with a tab for every wide gap; without its bullet
 * @param bullet whether it began with one
 * @param heading whether its style is that of a heading
 * @param full whether the first word of the next line had no room on it
 * @param left where its text begins, in points; 0 where it is not known
 * @param column whether a column begins with it
 * @param gap from the line before, in heights of a letter; 0 where it is not known
 */
record Line(
    int number,
    int page,
    String text,
    boolean bold,
    double size,
    boolean bullet,
    boolean heading,
    boolean full,
    double left,
    double baseline,
    boolean column,
    double gap) {

  /** What tells that two lines look alike. */
  record Look(long size, boolean bold) {}

  Look look() {
    return new Look(Math.round(size * 2), bold);
  }

  Line withText(String other) {
    return new Line(
        number, page, other, bold, size, bullet, heading, full, left, baseline, column, gap);
  }

  Line withNumber(int other) {
    return new Line(
        other, page, text, bold, size, bullet, heading, full, left, baseline, column, gap);
  }

  Line startingColumn() {
    return new Line(
        number, page, text, bold, size, bullet, heading, full, left, baseline, true, gap);
  }

  boolean isBlank() {
    return Objects.requireNonNull(text).isBlank();
  }
}
