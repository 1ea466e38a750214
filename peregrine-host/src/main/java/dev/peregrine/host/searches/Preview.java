package dev.peregrine.host.searches;

import dev.peregrine.host.config.ExcludedWord;
import dev.peregrine.host.discovery.ProfileTrial;
import dev.peregrine.host.schedules.TimingForm;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;

/** What a trial of a search says. */
final class Preview {

  private Preview() {}

  static PreviewPart unknown(TimingForm timing) {
    return new PreviewPart(
        "What it would keep is shown once what is marked was corrected.",
        List.of(),
        List.of(),
        timing);
  }

  static PreviewPart of(ProfileTrial.Outcome outcome, TimingForm timing) {
    if (outcome.all() == 0) {
      return new PreviewPart(
          "No job is stored yet to try this on. The first search brings some.",
          List.of(),
          List.of(),
          timing);
    }
    String sentence =
        outcome.isExact()
            ? "It keeps %,d of the %,d stored jobs.".formatted(outcome.kept(), outcome.all())
            : "It keeps about %s of the %,d stored jobs, by an even sample of %,d."
                .formatted(number(outcome, outcome.kept()), outcome.all(), outcome.tried());
    return new PreviewPart(
        sentence,
        outcome.rules().entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .map(rule -> "%s: %s".formatted(rule(rule.getKey()), number(outcome, rule.getValue())))
            .toList(),
        outcome.words().entrySet().stream()
            .map(word -> word(word.getKey(), outcome, word.getValue()))
            .toList(),
        timing);
  }

  private static String word(ExcludedWord word, ProfileTrial.Outcome outcome, int hidden) {
    String where =
        switch (word.in()) {
          case TITLE -> " in the title";
          case DESCRIPTION -> " in the text";
          case BOTH -> "";
        };
    return "“%s”%s hides %s"
        .formatted(word.word(), where, hidden == 0 ? "none of the rest" : number(outcome, hidden));
  }

  /** Exact, or as exact as a sample can be. */
  private static String number(ProfileTrial.Outcome outcome, int some) {
    if (outcome.isExact()) {
      return "%,d".formatted(some);
    }
    long about = BigDecimal.valueOf(outcome.ofAll(some)).round(new MathContext(2)).longValueExact();
    return "%,d".formatted(about);
  }

  private static String rule(String rule) {
    return switch (rule) {
      case "title" -> "Another title";
      case "location" -> "Another place";
      case "remote" -> "Another place of work";
      case "age" -> "Too old";
      case "type" -> "Another kind of contract";
      case "pay" -> "Pays less";
      case "blocklist" -> "Never shown";
      default -> rule;
    };
  }
}
