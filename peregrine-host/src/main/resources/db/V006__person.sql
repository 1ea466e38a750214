-- Owner: package scoring. Several résumés, of which one is the main one. Each save is a version of
-- its own, so that none is ever lost.
ALTER TABLE resumes RENAME TO single_resume;

CREATE TABLE resumes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  main INTEGER NOT NULL DEFAULT 0 CHECK (main IN (0, 1)),
  -- The number of the version in use.
  version INTEGER NOT NULL CHECK (version > 0),
  created INTEGER NOT NULL,
  -- When it was taken away. It stays for a while, for Undo.
  removed INTEGER
) STRICT;
CREATE UNIQUE INDEX resumes_main ON resumes (main) WHERE main = 1;

-- The files that were given, as they were.
CREATE TABLE resume_files (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  resume INTEGER NOT NULL REFERENCES resumes (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  -- What the reader found in it, where, and how sure it is.
  reading TEXT NOT NULL CHECK (json_valid(reading)),
  bytes BLOB NOT NULL
) STRICT;
CREATE INDEX resume_files_of_resume ON resume_files (resume);

CREATE TABLE resume_versions (
  resume INTEGER NOT NULL REFERENCES resumes (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number > 0),
  at INTEGER NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('given', 'edited', 'merged', 'restored')),
  -- The name of the file, or what else the person gave.
  source_name TEXT NOT NULL,
  -- What is scored.
  text TEXT NOT NULL,
  hash TEXT NOT NULL,
  -- As JSON Resume; empty where nobody has looked at it since it came as text alone.
  document TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(document)),
  file INTEGER REFERENCES resume_files (id) ON DELETE SET NULL,
  PRIMARY KEY (resume, number)
) STRICT, WITHOUT ROWID;

-- The single résumé becomes the main one, with those before it as its versions.
INSERT INTO resumes (name, main, version, created)
SELECT 'My résumé', 1, COUNT(*), MIN(created) FROM single_resume HAVING COUNT(*) > 0;

INSERT INTO resume_versions (resume, number, at, origin, source_name, text, hash)
SELECT (SELECT id FROM resumes), ROW_NUMBER() OVER (ORDER BY id), created, 'given', source_name, text,
  hash
FROM single_resume;

DROP TABLE single_resume;

-- Owner: package pipeline. The résumé that a score was made from.
ALTER TABLE job_scores ADD COLUMN resume INTEGER;

-- Owner: package person. What the person says of themselves, one row each; the version tells two
-- windows apart that save at once.
CREATE TABLE person (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document))
) STRICT;

-- Kept apart, so that nothing that reads or exports the person can take it along.
CREATE TABLE self_identification (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document))
) STRICT;
