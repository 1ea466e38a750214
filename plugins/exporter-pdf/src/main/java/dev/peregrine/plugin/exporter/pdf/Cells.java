package dev.peregrine.plugin.exporter.pdf;

import java.util.List;

/** Texts in the cells of a table: on one page each, however long they are. */
final class Cells {

  private static final int LONGEST = 600;

  private Cells() {}

  static List<List<String>> of(List<List<String>> rows) {
    return rows.stream().map(row -> row.stream().map(Cells::cut).toList()).toList();
  }

  private static String cut(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  /** The share that each column has of the width: more where longer texts stand. */
  static float[] shares(List<String> head, List<List<String>> rows) {
    float[] wanted = new float[head.size()];
    float sum = 0;
    for (int column = 0; column < wanted.length; column++) {
      int at = column;
      double longest = rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0);
      double usual = rows.stream().mapToInt(row -> row.get(at).length()).average().orElse(0);
      // Between the usual and the longest, so that one long text does not take it all.
      double length = Math.max(head.get(column).length() + 2, (longest + usual) / 2);
      wanted[column] = (float) Math.sqrt(Math.min(Math.max(length, 7), 90));
      sum += wanted[column];
    }
    for (int column = 0; column < wanted.length; column++) {
      wanted[column] /= sum;
    }
    return wanted;
  }
}
