-- Owner: package stories. What the person tells in interviews, in four parts.
CREATE TABLE stories (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL CHECK (title <> ''),
  situation TEXT NOT NULL DEFAULT '',
  task TEXT NOT NULL DEFAULT '',
  action TEXT NOT NULL DEFAULT '',
  result TEXT NOT NULL DEFAULT '',
  -- Where it happened.
  place TEXT NOT NULL DEFAULT '',
  -- Words of Theme, with blanks between them.
  themes TEXT NOT NULL DEFAULT '',
  -- The line of the résumé or the question that it was made of; empty for none.
  source TEXT NOT NULL DEFAULT '',
  -- Grows with each save, so that of two windows the second one is told.
  version INTEGER NOT NULL DEFAULT 1,
  -- What was suggested and waits for the person, as JSON; empty for nothing.
  suggestion TEXT NOT NULL DEFAULT '',
  -- The task that asks a model for one, or did last; it may be gone by now.
  asking INTEGER,
  -- The four parts before a suggestion took their place, as JSON, for Undo.
  replaced TEXT NOT NULL DEFAULT '',
  made INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  -- When it was taken away. It stays for a while, for Undo.
  removed INTEGER
) STRICT;
-- Lines of the résumé that the person wants no story of.
CREATE TABLE story_hints_left (
  line TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
