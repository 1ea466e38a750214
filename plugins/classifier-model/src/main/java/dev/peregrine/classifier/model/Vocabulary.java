package dev.peregrine.classifier.model;

import dev.peregrine.api.mail.MailLabel;
import java.util.List;

/**
 * The places of words that are worth a weight, and how much each says by being rare.
 *
 * @param places that are known, in rising order
 * @param rarity of each
 */
record Vocabulary(int[] places, float[] rarity) {

  private static final int LABELS = MailLabel.values().length;

  /** How much the rules count beside the words. */
  private static final double RULES = 1.5;

  /** Words of a single mail say nothing of others. */
  private static final int LEAST_MAILS = 2;

  static Vocabulary of(List<Features> mails) {
    int[] seen = new int[Features.BUCKETS];
    for (Features mail : mails) {
      for (int place : mail.places()) {
        seen[place]++;
      }
    }
    int known = 0;
    for (int count : seen) {
      known += count >= LEAST_MAILS ? 1 : 0;
    }
    int[] places = new int[known];
    float[] rarity = new float[known];
    int next = 0;
    for (int place = 0; place < seen.length; place++) {
      if (seen[place] >= LEAST_MAILS) {
        places[next] = place;
        rarity[next++] = (float) (Math.log((1.0 + mails.size()) / (1 + seen[place])) + 1);
      }
    }
    return new Vocabulary(places, rarity);
  }

  /** Words, then one for each label's rules, then one that is always there. */
  int width() {
    return places.length + LABELS + 1;
  }

  /** A mail's values. */
  Vector vector(Features mail) {
    int[] found = new int[mail.places().length + LABELS + 1];
    float[] values = new float[found.length];
    int count = 0;
    int known = 0;
    double length = 1e-9;
    for (int i = 0; i < mail.places().length; i++) {
      int place = mail.places()[i];
      while (known < places.length && places[known] < place) {
        known++;
      }
      if (known < places.length && places[known] == place) {
        float value = mail.counts()[i] * rarity[known];
        length += value * value;
        found[count] = known;
        values[count++] = value;
      }
    }
    double scale = 1 / Math.sqrt(length);
    for (int i = 0; i < count; i++) {
      values[i] *= (float) scale;
    }
    for (MailLabel label : MailLabel.values()) {
      found[count] = places.length + label.ordinal();
      values[count++] = (float) (mail.ruled(label) * RULES);
    }
    found[count] = places.length + LABELS;
    values[count++] = 1;
    return new Vector(found, values, count);
  }

  /** The first {@code count} of both say which column has which value. */
  record Vector(int[] columns, float[] values, int count) {}
}
