-- Owner: package reminders. What the person wants to be reminded of.
CREATE TABLE reminders (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  job INTEGER REFERENCES jobs (id) ON DELETE CASCADE,
  text TEXT NOT NULL CHECK (text <> ''),
  -- The day from which it is due, in days since 1970.
  day INTEGER NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 480),
  version INTEGER NOT NULL DEFAULT 1,
  changed INTEGER NOT NULL,
  -- When it was taken away. It stays for a while, for Undo.
  removed INTEGER
) STRICT;
CREATE INDEX reminders_by_day ON reminders (day) WHERE removed IS NULL;

-- Owner: package reminders. What became of a reminder, be it one of those above ("own:12") or one
-- that follows from something else ("follow-up:12:1772000000000"). Due again means no row.
CREATE TABLE reminder_states (
  key TEXT PRIMARY KEY,
  -- When it comes back; NULL where it is done.
  until INTEGER,
  title TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX reminder_states_by_time ON reminder_states (at);
