-- Owner: package pipeline. Lists that were brought in at once, and what became of each job of them,
-- so that all of a list can be taken back.
CREATE TABLE job_imports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- The same for the same list, also when bringing it was broken off.
  key TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL,
  at INTEGER NOT NULL,
  finished INTEGER,
  undone INTEGER,
  report TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE job_imported (
  import INTEGER NOT NULL REFERENCES job_imports (id) ON DELETE CASCADE,
  job INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  -- Whether the job is here because of it.
  fresh INTEGER NOT NULL CHECK (fresh IN (0, 1)),
  -- The events that it told of the job; 0 for none.
  first_event INTEGER NOT NULL,
  last_event INTEGER NOT NULL,
  PRIMARY KEY (import, job)
) STRICT, WITHOUT ROWID;
CREATE INDEX job_imported_of_job ON job_imported (job);

-- What it noted with a job elsewhere than in the tables of jobs.
CREATE TABLE job_import_parts (
  import INTEGER NOT NULL REFERENCES job_imports (id) ON DELETE CASCADE,
  job INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  part TEXT NOT NULL,
  row INTEGER NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (import, part, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX job_import_parts_of_job ON job_import_parts (job);

-- Owner: package importers. What the columns of a file mean, as the person said of one with the same.
CREATE TABLE import_columns (
  header TEXT PRIMARY KEY,
  meaning TEXT NOT NULL,
  changed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
