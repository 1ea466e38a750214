-- Owner: package letters. The letters for a job, each save a version of its own, so that none is
-- ever lost. What one sitting types becomes one version.
CREATE TABLE letters (
  job INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  -- Grows with each save; names what a later save was made from.
  number INTEGER NOT NULL CHECK (number > 0),
  at INTEGER NOT NULL,
  -- When the sitting began in which it was typed.
  begun INTEGER NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('typed', 'skeleton', 'model', 'partial', 'restored', 'aside')),
  text TEXT NOT NULL,
  language TEXT NOT NULL,
  tone TEXT NOT NULL CHECK (tone IN ('plain', 'warm', 'formal')),
  length TEXT NOT NULL CHECK (length IN ('short', 'medium', 'long')),
  -- The résumé that it was held against, and its version; it may be gone by now.
  resume INTEGER,
  resume_version INTEGER CHECK ((resume_version IS NULL) = (resume IS NULL)),
  -- Who wrote it, as the person calls them; empty where no model did.
  backend TEXT NOT NULL DEFAULT '',
  model TEXT NOT NULL DEFAULT '',
  -- What the person had asked to be changed.
  feedback TEXT NOT NULL DEFAULT '',
  in_use INTEGER NOT NULL CHECK (in_use IN (0, 1)),
  PRIMARY KEY (job, number)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX letters_in_use ON letters (job) WHERE in_use = 1;

-- What the person said is true, and what stands in the résumé because of it. It holds as long as it
-- stands there.
CREATE TABLE letter_confirmations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  resume INTEGER NOT NULL REFERENCES resumes (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  -- The words of the claim and of its sentence, in lower case without accents.
  words TEXT NOT NULL,
  -- The words in the résumé.
  added TEXT NOT NULL,
  UNIQUE (resume, kind, words)
) STRICT;
