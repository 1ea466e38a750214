-- Owner: package pipeline. Applications that ended, among the many that were turned down in review.
CREATE INDEX jobs_ended ON jobs (rejection_stage, ending, hidden)
  WHERE stage = 'rejected' AND rejection_stage NOT IN ('review', 'archived');
