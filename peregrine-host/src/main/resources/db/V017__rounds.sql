-- Owner: package rounds. The talks of an application, one a row.
CREATE TABLE rounds (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  job INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  -- What calendars know it by, and how often what they show has changed.
  uid TEXT NOT NULL UNIQUE,
  sequence INTEGER NOT NULL DEFAULT 0,
  -- Grows with each save; the ones before are in round_versions.
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('recruiter', 'hiring_manager', 'technical', 'panel',
    'take_home', 'onsite', 'other')),
  state TEXT NOT NULL CHECK (state IN ('proposed', 'agreed', 'cancelled', 'done')),
  outcome TEXT NOT NULL CHECK (outcome IN ('open', 'forward', 'not_forward')),
  -- What the clock on the wall shows there, where that is, and the moment that it means. The moment
  -- also tells the first from the second of two equal hours.
  local TEXT,
  zone TEXT,
  starts INTEGER,
  minutes INTEGER NOT NULL CHECK (minutes > 0),
  place TEXT,
  link TEXT,
  -- Names, one a line.
  people TEXT NOT NULL DEFAULT '',
  thanks_wanted INTEGER NOT NULL CHECK (thanks_wanted IN (0, 1)),
  thanked INTEGER,
  -- What the last invitation said of itself, where there was one.
  received_sequence INTEGER,
  received_stamp INTEGER,
  organiser TEXT,
  made INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  -- When it was taken away. It stays for a while, for Undo.
  removed INTEGER,
  CHECK ((local IS NULL) = (starts IS NULL) AND (local IS NULL) = (zone IS NULL))
) STRICT;
CREATE INDEX rounds_of_job ON rounds (job, starts) WHERE removed IS NULL;
CREATE INDEX rounds_by_start ON rounds (starts) WHERE removed IS NULL;

-- What a round said before it was changed, for Undo.
CREATE TABLE round_versions (
  round INTEGER NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  title TEXT,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  outcome TEXT NOT NULL,
  local TEXT,
  zone TEXT,
  starts INTEGER,
  minutes INTEGER NOT NULL,
  place TEXT,
  link TEXT,
  people TEXT NOT NULL,
  thanks_wanted INTEGER NOT NULL,
  thanked INTEGER,
  PRIMARY KEY (round, version)
) STRICT, WITHOUT ROWID;

-- What the person notes of a round, apart from it, since it is saved while they type.
CREATE TABLE round_notes (
  round INTEGER PRIMARY KEY REFERENCES rounds (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  version INTEGER NOT NULL,
  changed INTEGER NOT NULL
) STRICT;
