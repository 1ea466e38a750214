-- Owner: package notices. What the person was told of, or is not to be told of: nothing comes twice.
CREATE TABLE notice_known (
  event TEXT NOT NULL CHECK (event <> ''),
  key TEXT NOT NULL CHECK (key <> ''),
  -- When it stood last, about.
  seen INTEGER NOT NULL,
  PRIMARY KEY (event, key)
) STRICT, WITHOUT ROWID;

-- Since when the person is told of an event. What was there before is not told.
CREATE TABLE notice_events (
  event TEXT PRIMARY KEY CHECK (event <> ''),
  since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What happened and waits for its time, to be told with what happens until then.
CREATE TABLE notice_held (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  targets TEXT NOT NULL CHECK (json_valid(targets)),
  happening TEXT NOT NULL CHECK (json_valid(happening)),
  release INTEGER NOT NULL,
  -- Whether it waits because there was too much, so that it is told with the others.
  flooded INTEGER NOT NULL DEFAULT 0 CHECK (flooded IN (0, 1))
) STRICT;
CREATE INDEX notice_held_by_release ON notice_held (release);

-- What waits can be dropped by the person, who may want it back.
CREATE TABLE new_notices (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- An integration, such as integration/ntfy, or browser.
  target TEXT NOT NULL CHECK (target <> ''),
  notice TEXT NOT NULL CHECK (json_valid(notice)),
  made INTEGER NOT NULL,
  -- Not told before, such as at night.
  after INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  ended INTEGER,
  outcome TEXT NOT NULL DEFAULT 'waiting'
    CHECK (outcome IN ('waiting', 'sent', 'given_up', 'dropped')),
  problem TEXT NOT NULL DEFAULT '',
  CHECK ((outcome = 'waiting') = (ended IS NULL))
) STRICT;
INSERT INTO new_notices SELECT id, target, notice, made, after, tries, ended, outcome, problem FROM notices;
DROP TABLE notices;
ALTER TABLE new_notices RENAME TO notices;
CREATE INDEX notices_waiting ON notices (target, id) WHERE outcome = 'waiting';
CREATE INDEX notices_by_end ON notices (ended) WHERE ended IS NOT NULL;
CREATE INDEX notices_by_made ON notices (made);
