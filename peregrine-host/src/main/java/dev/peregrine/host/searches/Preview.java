package dev.peregrine.host.searches;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.ExcludedWord;
import dev.peregrine.host.discovery.ProfileTrial;
import dev.peregrine.host.schedules.TimingForm;
import dev.peregrine.host.texts.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a trial of a search says. */
final class Preview {

  private Preview() {}

  static PreviewPart unknown(TimingForm timing) {
    return new PreviewPart(t("searches.preview-unknown"), List.of(), List.of(), timing);
  }

  static PreviewPart of(ProfileTrial.Outcome outcome, TimingForm timing) {
    if (outcome.all() == 0) {
      return new PreviewPart(t("searches.preview-none"), List.of(), List.of(), timing);
    }
    String sentence =
        outcome.isExact()
            ? t("searches.keeps", "kept", outcome.kept(), "count", outcome.all())
            : t(
                "searches.keeps-about",
                "kept",
                number(outcome, outcome.kept()),
                "all",
                outcome.all(),
                "sample",
                outcome.tried());
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
    String in = word.in().name().toLowerCase(Locale.ROOT);
    return hidden == 0
        ? t("searches.word-hides-none", "word", word.word(), "in", in)
        : t("searches.word-hides", "word", word.word(), "in", in, "some", number(outcome, hidden));
  }

  /** Exact, or as exact as a sample can be. */
  private static String number(ProfileTrial.Outcome outcome, int some) {
    if (outcome.isExact()) {
      return Numbers.n(some);
    }
    long about = BigDecimal.valueOf(outcome.ofAll(some)).round(new MathContext(2)).longValueExact();
    return Numbers.n(about);
  }

  private static String rule(String rule) {
    return switch (rule) {
      case "title" -> t("searches.rule-title");
      case "location" -> t("searches.rule-location");
      case "remote" -> t("searches.rule-remote");
      case "age" -> t("searches.rule-age");
      case "type" -> t("searches.rule-type");
      case "pay" -> t("searches.rule-pay");
      case "blocklist" -> t("searches.rule-never");
      default -> rule;
    };
  }
}
