-- Owner: package questions. What employers ask in their forms, and what the person answers.
CREATE TABLE application_questions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  job INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  question TEXT NOT NULL CHECK (question <> ''),
  answer TEXT NOT NULL DEFAULT '',
  -- Grows with each save, so that of two windows the second one is told.
  version INTEGER NOT NULL DEFAULT 1,
  -- The longest answer; NULL where none is said.
  most INTEGER CHECK (most > 0),
  unit TEXT CHECK (unit IN ('words', 'characters')),
  -- What was suggested and waits for the person; empty for nothing.
  suggestion TEXT NOT NULL DEFAULT '',
  suggested_by TEXT NOT NULL DEFAULT '',
  -- The task that asks a model for one, or did last; it may be gone by now.
  task INTEGER,
  -- The answer before a suggestion took its place, for Undo.
  replaced TEXT NOT NULL DEFAULT '',
  made INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  -- When it was taken away. It stays for a while, for Undo.
  removed INTEGER,
  CHECK ((most IS NULL) = (unit IS NULL))
) STRICT;
CREATE INDEX application_questions_of_job ON application_questions (job);
