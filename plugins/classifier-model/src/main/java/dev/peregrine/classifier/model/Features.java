package dev.peregrine.classifier.model;

import dev.peregrine.api.mail.MailLabel;
import java.util.Arrays;

/**
 * A mail as numbers: how often each of its terms stands in it, and what the rules found.
 *
 * @param places of terms among {@link #BUCKETS}, in rising order; two terms may share one
 * @param counts how often
 * @param findings of the rules
 */
record Features(int[] places, float[] counts, Findings findings) {

  static final int BUCKETS = 1 << 18;

  /** More than that for a label says no more. */
  private static final double MOST = 12;

  static Features of(MailText mail, Findings findings) {
    var found = new Places();
    Terms.each(mail, findings.sentences(), (term, subject, start, end) -> found.add(place(term)));
    int[] all = found.sorted();
    int[] places = new int[all.length];
    float[] counts = new float[all.length];
    int known = 0;
    for (int i = 0; i < all.length; ) {
      int start = i;
      while (i < all.length && all[i] == all[start]) {
        i++;
      }
      places[known] = all[start];
      counts[known++] = (float) (1 + Math.log(i - start));
    }
    return new Features(Arrays.copyOf(places, known), Arrays.copyOf(counts, known), findings);
  }

  /** Numbers, without a box around each. */
  private static final class Places {
    private int[] places = new int[1 << 12];
    private int count;

    void add(int place) {
      if (count == places.length) {
        places = Arrays.copyOf(places, 2 * count);
      }
      places[count++] = place;
    }

    int[] sorted() {
      int[] sorted = Arrays.copyOf(places, count);
      Arrays.sort(sorted);
      return sorted;
    }
  }

  static int place(String word) {
    int hash = word.hashCode() * 0x9E3779B1;
    return hash >>> 14;
  }

  /** What the rules found for a label, 0 to 1. */
  double ruled(MailLabel label) {
    return Math.min(findings.score(label), MOST) / MOST;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Features that && Arrays.equals(places, that.places);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(places);
  }
}
