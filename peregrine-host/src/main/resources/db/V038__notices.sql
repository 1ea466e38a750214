-- Owner: package notices. What is to be told, to each target in the order of its ids.
CREATE TABLE notices (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- An integration, such as integration/ntfy.
  target TEXT NOT NULL CHECK (target <> ''),
  notice TEXT NOT NULL CHECK (json_valid(notice)),
  made INTEGER NOT NULL,
  -- Not told before, such as at night.
  after INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  ended INTEGER,
  outcome TEXT NOT NULL DEFAULT 'waiting' CHECK (outcome IN ('waiting', 'sent', 'given_up')),
  problem TEXT NOT NULL DEFAULT '',
  CHECK ((outcome = 'waiting') = (ended IS NULL))
) STRICT;
CREATE INDEX notices_waiting ON notices (target, id) WHERE outcome = 'waiting';
CREATE INDEX notices_by_end ON notices (ended) WHERE ended IS NOT NULL;

-- Targets that are in trouble; the others have no row.
CREATE TABLE notice_targets (
  target TEXT PRIMARY KEY CHECK (target <> ''),
  failing_since INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  -- When it is tried again; NULL: when the person says so.
  until INTEGER,
  problem TEXT NOT NULL CHECK (problem <> '')
) STRICT, WITHOUT ROWID;
