-- Owner: package tailoring. The résumé that the person chose for a job. Without a row it is the one
-- that fits best.
CREATE TABLE tailorings (
  job INTEGER PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
  resume INTEGER NOT NULL REFERENCES resumes (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX tailorings_of_resume ON tailorings (resume);

-- What is said, chosen or put in order otherwise in a résumé for one job. What a change replaces is
-- kept in its words, so that it is seen when the résumé has moved on.
CREATE TABLE resume_changes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  job INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  resume INTEGER NOT NULL REFERENCES resumes (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('wording', 'selection', 'skills')),
  -- In the résumé's JSON, such as work/0/highlights/2.
  place TEXT NOT NULL,
  before TEXT NOT NULL CHECK (json_valid(before)),
  after TEXT NOT NULL CHECK (json_valid(after)),
  reason TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('rules', 'model', 'person')),
  state TEXT NOT NULL CHECK (state IN ('proposed', 'accepted', 'declined')),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX resume_changes_of_job ON resume_changes (job, resume);
CREATE INDEX resume_changes_of_resume ON resume_changes (resume);
