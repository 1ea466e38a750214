-- Owner: package discovery. What each reading of a board brought, so that a board can be held
-- against its own past. The newest 60 of a board are kept.
CREATE TABLE board_reads (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  board TEXT NOT NULL,
  at INTEGER NOT NULL,
  state TEXT NOT NULL,
  -- A hash of what was asked: only readings of the same breadth are compared.
  breadth TEXT NOT NULL,
  found INTEGER NOT NULL CHECK (found >= 0),
  kept INTEGER NOT NULL CHECK (kept >= 0),
  -- Parts that could not be read because they look unlike before, and parts that were away.
  skipped INTEGER NOT NULL CHECK (skipped >= 0),
  missed INTEGER NOT NULL CHECK (missed >= 0),
  -- How many of the found ones say it.
  company INTEGER NOT NULL,
  place INTEGER NOT NULL,
  posted INTEGER NOT NULL,
  salary INTEGER NOT NULL,
  description INTEGER NOT NULL,
  employment_type INTEGER NOT NULL,
  millis INTEGER NOT NULL,
  sentence TEXT NOT NULL,
  -- In what it fell behind its own past; empty where it did not, or where the person said so.
  changed TEXT NOT NULL
) STRICT;
CREATE INDEX board_reads_of_board ON board_reads (board, id);

-- How often in a row it failed: the pauses grow with it.
ALTER TABLE board_health ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;

-- The same with one more state.
CREATE TABLE new_run_boards (
  run INTEGER NOT NULL REFERENCES discovery_runs (id) ON DELETE CASCADE,
  board TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'reading', 'done', 'blocked', 'resting', 'failed',
    'broken', 'stopped', 'needs_settings', 'needs_browser')),
  found INTEGER NOT NULL DEFAULT 0,
  kept INTEGER NOT NULL DEFAULT 0,
  hidden INTEGER NOT NULL DEFAULT 0,
  hidden_by TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(hidden_by)),
  sentence TEXT NOT NULL DEFAULT '',
  done INTEGER,
  total INTEGER,
  updated INTEGER NOT NULL,
  PRIMARY KEY (run, board)
) STRICT, WITHOUT ROWID;
INSERT INTO new_run_boards SELECT run, board, state, found, kept, hidden, hidden_by, sentence, done,
  total, updated FROM run_boards;
DROP TABLE run_boards;
ALTER TABLE new_run_boards RENAME TO run_boards;
