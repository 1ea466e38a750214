-- Owner: package depots. Documents that are kept elsewhere, too: which, where, and what of them is there.
CREATE TABLE depots (
  integration TEXT PRIMARY KEY,
  is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
  papers INTEGER NOT NULL CHECK (papers IN (0, 1)),
  briefs INTEGER NOT NULL CHECK (briefs IN (0, 1)),
  folder TEXT NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,
  -- When it is tried again by itself; empty: when the person says so, or nothing failed.
  again INTEGER,
  problem TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE depot_files (
  integration TEXT NOT NULL,
  -- Peregrine's own id of the document, the same over its versions.
  document TEXT NOT NULL,
  job INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  stored_id TEXT,
  link TEXT,
  stored INTEGER,
  problem TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (integration, document)
) STRICT;
CREATE INDEX depot_files_of_job ON depot_files (job);
