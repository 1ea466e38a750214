-- Owner: package pipeline. How an application ended, and when things happened that were told later.

-- Of a rejected job; nothing where it was rejected.
ALTER TABLE jobs ADD COLUMN ending TEXT CHECK (ending IN ('withdrawn', 'ghosted'));
ALTER TABLE job_events ADD COLUMN ending TEXT;
ALTER TABLE job_events ADD COLUMN from_ending TEXT;
-- When it happened, where the person says that it was not when it was told. Readers take this first.
ALTER TABLE job_events ADD COLUMN happened INTEGER;

-- What the person said about when something happened. The log itself stays as it was written.
CREATE TABLE job_event_times (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  event INTEGER NOT NULL REFERENCES job_events (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  earlier INTEGER,
  happened INTEGER,
  undone INTEGER
) STRICT;
CREATE INDEX job_event_times_of_event ON job_event_times (event);
