-- Owner: package replies. Drafts of messages to an employer, one of a kind for each job. Nothing of
-- this is sent by Peregrine.
CREATE TABLE reply_drafts (
  job INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('reply', 'follow_up', 'thanks')),
  subject TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  -- Grows with each save, so that of two windows the second one is told.
  version INTEGER NOT NULL DEFAULT 1,
  -- What a model wrote and waits for the person; empty for nothing.
  suggestion TEXT NOT NULL DEFAULT '',
  suggested_by TEXT NOT NULL DEFAULT '',
  -- The text before a suggestion took its place, for Undo.
  replaced TEXT NOT NULL DEFAULT '',
  changed INTEGER NOT NULL,
  -- When it was taken away, or the person said that they sent it. It stays for Undo.
  removed INTEGER,
  PRIMARY KEY (job, kind)
) STRICT;
