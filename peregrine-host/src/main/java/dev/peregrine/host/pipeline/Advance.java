package dev.peregrine.host.pipeline;

import dev.peregrine.host.pipeline.VerdictMapper.StandingData;

/** How far a job is on its way; the older of two that are as far comes first. */
record Advance(int steps, long job) implements Comparable<Advance> {

  /** A decision is further than none, and an answer of the employer further than a question. */
  static Advance of(StandingData job) {
    Stage stage = Stage.of(job.stage());
    int steps = stage == Stage.REJECTED ? rejectedAt(job) : 2 * steps(stage);
    return new Advance(job.hiddenRule() != null && stage == Stage.PENDING ? -1 : steps, job.id());
  }

  private static int rejectedAt(StandingData job) {
    String at = job.rejectionStage();
    return at == null || at.equals("review") ? 1 : 2 * steps(Stage.of(at)) + 1;
  }

  private static int steps(Stage stage) {
    return switch (stage) {
      case PENDING, REJECTED -> 0;
      case ARCHIVED -> 1;
      case APPROVED -> 2;
      case APPLIED -> 3;
      case SURVEY -> 4;
      case PHONE_SCREEN -> 5;
      case INTERVIEWING -> 6;
      case OFFER -> 7;
      case HIRED -> 8;
    };
  }

  @Override
  public int compareTo(Advance other) {
    return steps != other.steps
        ? Integer.compare(steps, other.steps)
        : Long.compare(other.job, job);
  }
}
