package dev.peregrine.host.pipeline;

import dev.peregrine.host.pipeline.JobMapper.KnownData;

/** A job that a found posting turned out to be, with what it lacks. */
final class Known {

  private final KnownData data;
  private boolean hidden;
  private boolean lacksText;
  private boolean lacksCompany;
  private boolean lacksSalary;

  Known(KnownData data) {
    this.data = data;
    this.hidden = data.hidden();
    this.lacksText = !data.hasText();
    this.lacksCompany = data.companyKey().isEmpty();
    this.lacksSalary = !data.hasSalary();
  }

  /** A job that was added a moment ago: it has what it was found with. */
  static Known added(JobData job) {
    var known =
        new Known(
            new KnownData(
                0,
                job.id(),
                job.url(),
                job.board(),
                job.nativeId(),
                job.hiddenRule() != null,
                true,
                true,
                job.companyKey()));
    known.lacksCompany = false;
    return known;
  }

  long job() {
    return data.job();
  }

  /** 0 where there is none yet. */
  long sighting() {
    return data.sighting();
  }

  String board() {
    return data.board();
  }

  boolean isHidden() {
    return hidden;
  }

  void shown() {
    hidden = false;
  }

  boolean isCompletedBy(Draft draft) {
    return (lacksText && !draft.text().isEmpty())
        || (lacksCompany && draft.posting().company().isPresent())
        || (lacksSalary && draft.posting().salary().isPresent());
  }

  void completedBy(Draft draft) {
    lacksText &= draft.text().isEmpty();
    lacksCompany &= draft.posting().company().isEmpty();
    lacksSalary &= draft.posting().salary().isEmpty();
  }
}
