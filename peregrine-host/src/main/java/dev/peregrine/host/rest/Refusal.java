package dev.peregrine.host.rest;

import dev.peregrine.host.web.ProgramProblem;

/** An operation that cannot be done as it was asked for; the program is told why. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ProgramProblem problem;

  Refusal(ProgramProblem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  ProgramProblem problem() {
    return problem;
  }

  /** What was sent cannot be understood, or cannot be. */
  static Refusal invalid(String sentence) {
    return new Refusal(ProgramProblem.of(400, "invalid", "Not valid", sentence));
  }

  /** There is none of that number. */
  static Refusal none(String what, long id) {
    return new Refusal(
        ProgramProblem.of(
            404,
            "not-found",
            "Not found",
            "%s \"%d\": there is none with that number. It may have been deleted."
                .formatted(what, id)));
  }

  /** Somebody was quicker; nothing was changed. */
  static Refusal stale(String sentence) {
    return new Refusal(ProgramProblem.of(409, "conflict", "It is not as you saw it", sentence));
  }

  Refusal with(String name, Object value) {
    return new Refusal(problem.with(name, value));
  }
}
