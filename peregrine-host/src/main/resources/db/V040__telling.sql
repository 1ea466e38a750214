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
  release INTEGER NOT NULL
) STRICT;
CREATE INDEX notice_held_by_release ON notice_held (release);

CREATE INDEX notices_by_made ON notices (made);
