package dev.peregrine.host.importers;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.importers.SheetTimes.Said;
import dev.peregrine.host.pipeline.Brought;
import dev.peregrine.host.pipeline.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stages that a job of a list went through, at the times that the list names.
 *
 * @param found since when it is known
 */
record Steps(Instant found, List<Brought.Step> steps) {

  private static final List<Field> DATED =
      List.of(Field.APPLIED, Field.SCREENED, Field.INTERVIEWED, Field.OFFERED);

  Steps {
    steps = List.copyOf(steps);
  }

  /** How far a job is by its dates alone; empty where it has none. */
  static Optional<Standing> standing(Map<Field, Said> said) {
    if (said.containsKey(Field.OFFERED)) {
      return Optional.of(Standing.OFFER);
    }
    if (said.containsKey(Field.INTERVIEWED)) {
      return Optional.of(Standing.INTERVIEWING);
    }
    if (said.containsKey(Field.SCREENED)) {
      return Optional.of(Standing.PHONE_SCREEN);
    }
    return said.containsKey(Field.APPLIED) ? Optional.of(Standing.APPLIED) : Optional.empty();
  }

  static Steps of(Standing standing, Map<Field, Said> said, Instant now, List<String> odd) {
    Instant found = found(said, now);
    var steps = new ArrayList<Brought.Step>();
    if (standing.hasApplied()) {
      dated(standing, said, now, steps, odd);
    }
    reach(standing, said, found, steps, odd);
    return new Steps(found, steps);
  }

  /** A list that names no day on which a job was saved knew it when something happened first. */
  private static Instant found(Map<Field, Said> said, Instant now) {
    return said.entrySet().stream()
        .filter(each -> each.getKey() == Field.SAVED || DATED.contains(each.getKey()))
        .map(each -> each.getValue().at())
        .filter(at -> at.isBefore(now))
        .min(Instant::compareTo)
        .orElse(now);
  }

  private static void dated(
      Standing standing,
      Map<Field, Said> said,
      Instant now,
      List<Brought.Step> steps,
      List<String> odd) {
    boolean over = standing.stage() == Stage.REJECTED;
    for (Field field : DATED) {
      Said when = said.get(field);
      Stage stage = stage(field);
      // The day of an interview may be to come.
      if (when == null || when.at().isAfter(now)) {
        continue;
      }
      if (!over && stage.compareTo(standing.stage()) > 0) {
        odd.add(t("importers.odd-further"));
        continue;
      }
      steps.add(new Brought.Step(later(steps, when.at(), odd), stage, Optional.empty()));
    }
  }

  private static void reach(
      Standing standing,
      Map<Field, Said> said,
      Instant found,
      List<Brought.Step> steps,
      List<String> odd) {
    Optional<String> noTime = Optional.of(t("importers.no-time"));
    if (standing.hasApplied() && steps.isEmpty()) {
      steps.add(new Brought.Step(found, Stage.APPLIED, noTime));
    }
    if (standing == Standing.WAITING
        || !steps.isEmpty() && steps.getLast().to() == standing.stage()) {
      return;
    }
    boolean over = standing.stage() == Stage.REJECTED || standing == Standing.ARCHIVED;
    Optional<Said> ended = Optional.ofNullable(said.get(Field.ENDED)).filter(any -> over);
    Instant last = steps.isEmpty() ? found : steps.getLast().at();
    steps.add(
        new Brought.Step(
            ended.map(when -> later(steps, when.at(), odd)).orElse(last),
            standing.stage(),
            ended.isPresent() ? Optional.empty() : noTime,
            standing.ending()));
  }

  private static Instant later(List<Brought.Step> steps, Instant at, List<String> odd) {
    if (!steps.isEmpty() && at.isBefore(steps.getLast().at())) {
      odd.add(t("importers.odd-order"));
      return steps.getLast().at();
    }
    return at;
  }

  private static Stage stage(Field field) {
    return switch (field) {
      case SCREENED -> Stage.PHONE_SCREEN;
      case INTERVIEWED -> Stage.INTERVIEWING;
      case OFFERED -> Stage.OFFER;
      default -> Stage.APPLIED;
    };
  }
}
