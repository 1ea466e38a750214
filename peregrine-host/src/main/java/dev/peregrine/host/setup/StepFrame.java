package dev.peregrine.host.setup;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.Shell;
import dev.peregrine.host.web.Visit;
import java.util.List;
import java.util.Map;

/**
 * What stands around each step: how far setup is, and the ways on.
 *
 * @param lines all steps
 * @param back the page before this one
 */
record StepFrame(Shell shell, SetupStep step, List<Line> lines, String back) {

  /**
   * A step in the list of all.
   *
   * @param here whether it is the one that is shown
   */
  record Line(SetupStep step, StepState state, boolean here) {

    boolean isDone() {
      return state == StepState.DONE;
    }

    boolean isLater() {
      return state == StepState.LATER;
    }

    /** A class for the state's colour. */
    String tag() {
      return isDone() ? "positive" : "";
    }

    Icon icon() {
      return switch (state) {
        case DONE -> Icon.CHECK;
        case LATER -> Icon.CLOCK;
        case OPEN -> Icon.DOT;
      };
    }
  }

  static StepFrame of(Visit visit, Setup setup, SetupStep step) {
    visit.remember(SetupRoutes.NOTE);
    Map<SetupStep, StepState> states = setup.states();
    return new StepFrame(
        visit
            .shell(t("setup.setup-step", "step", step.title()), "")
            .alone()
            .styled("", "steps-page"),
        step,
        lines(states, step),
        step.number() == 1 ? SetupRoutes.QUICK : SetupStep.all().get(step.number() - 2).path());
  }

  static List<Line> lines(Map<SetupStep, StepState> states, SetupStep here) {
    return lines(states).stream()
        .map(line -> new Line(line.step(), line.state(), line.step() == here))
        .toList();
  }

  static List<Line> lines(Map<SetupStep, StepState> states) {
    return SetupStep.all().stream()
        .map(step -> new Line(step, states.getOrDefault(step, StepState.OPEN), false))
        .toList();
  }

  String count() {
    return t("setup.step-of", "number", step.number(), "all", lines.size());
  }

  String token() {
    return shell.token();
  }
}
