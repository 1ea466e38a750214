package dev.peregrine.classifier.model;

import dev.peregrine.api.mail.MailLabel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A mail as numbers: how often each word and pair stands in it, and what the rules found.
 *
 * @param places of words among {@link #BUCKETS}, in rising order; two words may share one
 * @param counts how often
 * @param findings of the rules
 */
record Features(int[] places, float[] counts, Findings findings) {

  static final int BUCKETS = 1 << 16;

  /** Before words of the subject. */
  static final String SUBJECT = "s ";

  /** More than that for a label says no more. */
  private static final double MOST = 12;

  static Features of(MailText mail, Findings findings) {
    Map<Integer, Integer> counts = new HashMap<>();
    Words.each(SUBJECT, mail.plainSubject(), count(counts));
    Words.each("", mail.plainSubject(), count(counts));
    Words.each("", mail.plainBody(), count(counts));
    int[] places = counts.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    float[] how = new float[places.length];
    for (int i = 0; i < places.length; i++) {
      how[i] = (float) (1 + Math.log(counts.getOrDefault(places[i], 1)));
    }
    return new Features(places, how, findings);
  }

  private static Words.Use count(Map<Integer, Integer> counts) {
    return (words, start, end) -> counts.merge(place(words), 1, Integer::sum);
  }

  static int place(String word) {
    int hash = word.hashCode() * 0x9E3779B1;
    return hash >>> 16;
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
