package dev.peregrine.plugin.scorer.keywords;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares two texts by two-document weighting: the cosine of plain counts, where a word in only
 * one of the texts weighs ln 1.5 + 1 and one in both weighs 1, and only the words that are the most
 * frequent in both together count.
 */
final class TwoTexts {

  private static final int FEATURES = 200;
  private static final double ALONE = Math.log(1.5) + 1;

  private final Person person;
  private final Bag posting;
  private final List<Comparison.Shared> shared = new ArrayList<>();
  private final List<Term> missing = new ArrayList<>();
  private double personSquare;
  private double postingSquare;
  private double product;

  private TwoTexts(Person person, Bag posting) {
    this.person = person;
    this.posting = posting;
  }

  static Comparison compare(Person person, Bag posting) {
    var texts = new TwoTexts(person, posting);
    texts.walk();
    return texts.result();
  }

  /** A word of the posting beside the person's. */
  private record Feature(Term term, @Nullable Term ofPerson, double frequency) {

    static final Comparator<Feature> BY_FREQUENCY =
        (a, b) ->
            a.frequency == b.frequency
                ? a.term.key().compareTo(b.term.key())
                : Double.compare(b.frequency, a.frequency);

    boolean comesBefore(Term own) {
      return frequency == own.frequency()
          ? term.key().compareTo(own.key()) < 0
          : frequency > own.frequency();
    }
  }

  /** Takes the words of both, the most frequent first, from two sorted lists. */
  private void walk() {
    List<Feature> features = features();
    List<Term> alone = person.byFrequency();
    int i = 0;
    int j = 0;
    for (int taken = 0; taken < FEATURES; taken++) {
      while (j < alone.size() && posting.find(alone.get(j).key()) != null) {
        j++; // stands among the features
      }
      boolean none = j == alone.size();
      if (i < features.size() && (none || features.get(i).comesBefore(alone.get(j)))) {
        add(features.get(i++));
      } else if (!none) {
        personSquare += square(alone.get(j++).frequency() * ALONE);
      } else {
        return;
      }
    }
  }

  private List<Feature> features() {
    var features = new ArrayList<Feature>(posting.terms().size());
    for (Term term : posting.terms()) {
      Term own = person.find(term.key());
      features.add(new Feature(term, own, term.frequency() + (own == null ? 0 : own.frequency())));
    }
    features.sort(Feature.BY_FREQUENCY);
    return features;
  }

  private void add(Feature feature) {
    double here = feature.term.frequency();
    if (feature.ofPerson == null) {
      postingSquare += square(here * ALONE);
      missing.add(feature.term);
      return;
    }
    double there = feature.ofPerson.frequency();
    postingSquare += square(here);
    personSquare += square(there);
    product += here * there;
    shared.add(new Comparison.Shared(feature.term, here * there));
  }

  private Comparison result() {
    double length = Math.sqrt(personSquare * postingSquare);
    return new Comparison(length == 0 ? 0 : Math.min(1, product / length), shared, missing);
  }

  private static double square(double x) {
    return x * x;
  }
}
