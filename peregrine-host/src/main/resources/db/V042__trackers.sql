-- Owner: package tracking. What the person wants of a table elsewhere, and how it stands with it.
CREATE TABLE trackers (
  -- Such as integration/notion.
  integration TEXT PRIMARY KEY CHECK (integration <> ''),
  plan TEXT NOT NULL CHECK (json_valid(plan)),
  version INTEGER NOT NULL DEFAULT 1,
  -- When a push last came to its end.
  pushed INTEGER,
  -- What could not be served of the plan, and the columns of it.
  remarks TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(remarks)),
  lost TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(lost)),
  failing_since INTEGER,
  failures INTEGER NOT NULL DEFAULT 0,
  -- When it is tried again; NULL while failing: when the person says so.
  until INTEGER,
  problem TEXT NOT NULL DEFAULT '',
  -- The last dry run.
  trial TEXT CHECK (trial IS NULL OR json_valid(trial)),
  -- Where reading the person's own columns goes on.
  pull_point TEXT,
  CHECK ((failing_since IS NULL) = (problem = ''))
) STRICT, WITHOUT ROWID;

-- What ids elsewhere begin with, so that those of two people are never the same.
CREATE TABLE tracker_space (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  name TEXT NOT NULL CHECK (name <> '')
) STRICT;

-- Rows elsewhere. A job that was deleted keeps its line, or nobody would know which row to archive.
CREATE TABLE tracker_rows (
  integration TEXT NOT NULL,
  target TEXT NOT NULL,
  job INTEGER NOT NULL,
  remote_id TEXT,
  link TEXT,
  -- gone: the person deleted it there, and it is left so.
  state TEXT NOT NULL CHECK (state IN ('new', 'there', 'archived', 'gone')),
  -- Text by column, as it was written last.
  cells TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(cells)),
  written INTEGER,
  problem TEXT NOT NULL DEFAULT '',
  -- What was refused for good: not sent again as it is.
  refused TEXT CHECK (refused IS NULL OR json_valid(refused)),
  PRIMARY KEY (integration, target, job)
) STRICT, WITHOUT ROWID;

CREATE TABLE tracker_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  integration TEXT NOT NULL,
  job INTEGER NOT NULL,
  at INTEGER NOT NULL,
  what TEXT NOT NULL CHECK (what IN
    ('added', 'changed', 'archived', 'failed', 'read', 'conflict', 'settled', 'gone')),
  detail TEXT NOT NULL
) STRICT;
CREATE INDEX tracker_log_of_job ON tracker_log (integration, job, id);

-- Values of the columns that the person keeps elsewhere.
CREATE TABLE tracker_own (
  integration TEXT NOT NULL,
  target TEXT NOT NULL,
  job INTEGER NOT NULL,
  column_id TEXT NOT NULL,
  here TEXT NOT NULL,
  -- What both sides said when they last agreed.
  base TEXT NOT NULL,
  -- What the other side says where both were changed since.
  there TEXT,
  PRIMARY KEY (integration, target, job, column_id)
) STRICT, WITHOUT ROWID;
