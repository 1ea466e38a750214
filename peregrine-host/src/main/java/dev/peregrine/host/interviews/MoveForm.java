package dev.peregrine.host.interviews;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.pipeline.Decision;
import dev.peregrine.host.pipeline.Ending;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Visit;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Optional;

/** What the form says that moves applications. */
final class MoveForm {

  private static final int LONGEST_REASON = 500;

  private MoveForm() {}

  /**
   * @throws IllegalArgumentException with a sentence for the person where it says nothing that can
   *     be done
   */
  static Decision decision(Visit visit) {
    return decision(visit.value("to"))
        .after(stage(visit.value("after")))
        .because(
            Optional.of(visit.value("reason"))
                .filter(text -> !text.isEmpty())
                .map(text -> text.substring(0, Math.min(LONGEST_REASON, text.length()))))
        .at(happened(visit.value("happened"), visit.times()));
  }

  private static Decision decision(String to) {
    if (Arrays.stream(Ending.values()).anyMatch(ending -> ending.key().equals(to))) {
      return Decision.over(Ending.of(to));
    }
    return stage(to)
        .map(Decision::to)
        .orElseThrow(() -> new IllegalArgumentException(t("interviews.choose-stage")));
  }

  /** The stage at which a form was drawn. */
  static Optional<Stage> seen(String key) {
    return Arrays.stream(Stage.values()).filter(stage -> stage.key().equals(key)).findFirst();
  }

  /** When the next talk is, in the person's zone. */
  static Optional<ZonedDateTime> date(Visit visit) {
    String typed = visit.value("date");
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDateTime.parse(typed).atZone(visit.times().zone()));
    } catch (DateTimeException notADate) {
      throw new IllegalArgumentException(t("interviews.no-day", "text", typed), notADate);
    }
  }

  static Optional<Stage> stage(String key) {
    return MoveChoices.STAGES.stream().filter(stage -> stage.key().equals(key)).findFirst();
  }

  /** A day in the past at noon; today is now. */
  private static Optional<Instant> happened(String day, Times times) {
    if (day.isEmpty()) {
      return Optional.empty();
    }
    try {
      LocalDate said = LocalDate.parse(day);
      if (said.isAfter(times.today())) {
        throw new IllegalArgumentException(t("interviews.day-to-come"));
      }
      return said.equals(times.today())
          ? Optional.empty()
          : Optional.of(said.atTime(LocalTime.NOON).atZone(times.zone()).toInstant());
    } catch (DateTimeException notADay) {
      throw new IllegalArgumentException(t("interviews.no-day", "text", day), notADay);
    }
  }
}
