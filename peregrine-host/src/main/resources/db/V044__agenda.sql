-- Owner: package agenda. The calendar in which an integration shows interviews.
CREATE TABLE agenda_calendars (
  integration TEXT PRIMARY KEY CHECK (integration <> ''),
  -- The service's own name of it; empty once the person wants nothing there any more.
  calendar TEXT NOT NULL,
  name TEXT NOT NULL,
  -- Whether rounds that are only proposed are shown, too.
  proposed INTEGER NOT NULL CHECK (proposed IN (0, 1)),
  -- How far its changes were read.
  token TEXT,
  synced INTEGER
) STRICT, WITHOUT ROWID;

-- The events that were put, and what the person changed of them there. An event outlives its round,
-- so that it can still be taken out.
CREATE TABLE agenda_events (
  integration TEXT NOT NULL,
  uid TEXT NOT NULL CHECK (uid <> ''),
  round INTEGER NOT NULL,
  calendar TEXT NOT NULL,
  remote TEXT NOT NULL,
  tag TEXT,
  link TEXT,
  -- A hash of all that was put.
  written TEXT NOT NULL,
  starts INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  change TEXT CHECK (change IN ('moved', 'gone')),
  their_starts INTEGER,
  their_minutes INTEGER,
  PRIMARY KEY (integration, uid)
) STRICT, WITHOUT ROWID;
