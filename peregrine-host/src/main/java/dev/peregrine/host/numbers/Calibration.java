package dev.peregrine.host.numbers;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.numbers.Answers.Tally;
import dev.peregrine.host.pipeline.Journeys.Outcome;
import dev.peregrine.host.texts.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Whether a high match brought more answers than a low one. */
final class Calibration {

  /** One in ten draws of chance alone is further off: a hint, and the page calls it one. */
  private static final double HINT = 1.645;

  private Calibration() {}

  static List<String> sentences(Answers byScore) {
    List<String> shares = new ArrayList<>();
    for (String band : List.of("80", "70", "50", "30", "0")) {
      Tally tally = byScore.of(band);
      if (tally.settled() >= Said.FEWEST) {
        shares.add(
            t(
                "numbers.scored-" + band,
                "share",
                Said.percent(tally.of(Outcome.INVITED), tally.settled()),
                "count",
                Numbers.n(tally.settled())));
      }
    }
    // The two ends say it; the table has what is between.
    var said = new ArrayList<String>(shares.stream().limit(1).toList());
    shares.stream().skip(1).reduce((one, later) -> later).ifPresent(said::add);
    Tally high = sum(byScore, "80", "70");
    Tally low = sum(byScore, "50", "30", "0");
    said.add(verdict(high, low));
    return said;
  }

  private static Tally sum(Answers answers, String... bands) {
    var sum = new Tally();
    for (String band : bands) {
      for (Outcome outcome : Outcome.values()) {
        sum.add(outcome, answers.of(band).of(outcome));
      }
    }
    return sum;
  }

  private static String verdict(Tally high, Tally low) {
    if (high.settled() < Said.FEWEST || low.settled() < Said.FEWEST) {
      return t("numbers.match-too-few", "high", high.settled(), "low", low.settled());
    }
    double apart = apart(high, low);
    if (apart > HINT) {
      return t("numbers.match-tells");
    }
    return apart < -HINT ? t("numbers.match-misleads") : t("numbers.match-unclear");
  }

  /** How far two shares are from each other, in standard deviations of chance. */
  static double apart(Tally one, Tally other) {
    double n = one.settled();
    double m = other.settled();
    double p = one.of(Outcome.INVITED) / n;
    double q = other.of(Outcome.INVITED) / m;
    double pooled = (p * n + q * m) / (n + m);
    double spread = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
    return spread == 0 ? 0 : (p - q) / spread;
  }
}
