-- Owner: package applications. What goes along with an application, and what was sent. The bytes of
-- files lie in data/documents/applications, each under the SHA-256 of what is in it.
CREATE TABLE application_papers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  job INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('attachment', 'letter', 'resume', 'application')),
  name TEXT NOT NULL CHECK (name <> ''),
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size > 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  -- Who wrote it, and in which look; empty for what the person brought.
  exporter TEXT NOT NULL DEFAULT '',
  exporter_version TEXT NOT NULL DEFAULT '',
  template TEXT NOT NULL DEFAULT '',
  -- When it was taken away. It stays for a while, for Undo.
  removed INTEGER
) STRICT;
CREATE INDEX application_papers_of_job ON application_papers (job);

-- What the person wants to think of: for one job, or for every one.
CREATE TABLE application_checks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  job INTEGER REFERENCES jobs (id) ON DELETE CASCADE,
  text TEXT NOT NULL CHECK (text <> ''),
  removed INTEGER
) STRICT;

CREATE TABLE application_ticks (
  job INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  item INTEGER NOT NULL REFERENCES application_checks (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  PRIMARY KEY (job, item)
) STRICT, WITHOUT ROWID;

-- What was sent, as it was. Nobody changes it: taking the decision back leaves it as it is.
CREATE TABLE applications (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  job INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  made INTEGER NOT NULL,
  applied INTEGER NOT NULL,
  -- The decision by which the job went on, 0 where it had gone on before.
  move INTEGER NOT NULL,
  -- Posting, letter, résumé, files and checklist.
  content TEXT NOT NULL CHECK (json_valid(content)),
  -- Of the content.
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;
CREATE INDEX applications_of_job ON applications (job);

CREATE TRIGGER applications_stay BEFORE UPDATE ON applications BEGIN
  SELECT RAISE(ABORT, 'What was sent is never changed.');
END;
