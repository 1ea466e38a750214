-- Owner: package proposals. What a language model proposed to write of the person, until they accept
-- it, change it, or leave it.
CREATE TABLE proposals (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('summary', 'bullets', 'skills', 'titles', 'missions', 'voice')),
  -- The résumé it is about; NULL where it is about the person.
  resume INTEGER REFERENCES resumes (id) ON DELETE CASCADE,
  -- Where it goes, such as work/0/highlights/2; of a title the search profile, once accepted.
  place TEXT NOT NULL,
  -- What it belongs to, for people: a position, a cause.
  about TEXT NOT NULL,
  -- What stands there now; empty where it is new.
  earlier TEXT NOT NULL,
  text TEXT NOT NULL,
  -- The line of the résumé that bears it out, where the model named one that is there.
  evidence TEXT NOT NULL,
  backend TEXT NOT NULL,
  at INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'left')),
  -- As which wording it was accepted.
  accepted TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX proposals_open ON proposals (kind, resume) WHERE state = 'open';
