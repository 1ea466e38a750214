-- Owner: package contacts. The people of an employer, known to all its jobs.
CREATE TABLE contacts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- The employer as jobs.company_key says it; "job:12" for a job without an employer's name.
  company TEXT NOT NULL CHECK (company <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  role TEXT NOT NULL DEFAULT '',
  mail TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  link TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '',
  -- Grows with each save, so that of two windows the second one is told.
  version INTEGER NOT NULL DEFAULT 1,
  made INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  -- When it was taken away. It stays for a while, for Undo.
  removed INTEGER
) STRICT;
CREATE INDEX contacts_of_company ON contacts (company);

-- Owner: package contacts. What was said and written with an employer about a job.
CREATE TABLE contact_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  job INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  contact INTEGER REFERENCES contacts (id) ON DELETE SET NULL,
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out', 'both')),
  channel TEXT NOT NULL CHECK (channel IN ('mail', 'call', 'meeting', 'message')),
  at INTEGER NOT NULL,
  -- With whom, as it was written; a name that is no contact, too.
  who TEXT NOT NULL DEFAULT '',
  subject TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  origin TEXT NOT NULL CHECK (origin IN ('hand', 'mail')),
  version INTEGER NOT NULL DEFAULT 1,
  changed INTEGER NOT NULL,
  removed INTEGER
) STRICT;
CREATE INDEX contact_log_of_job ON contact_log (job, at);
CREATE INDEX contact_log_of_contact ON contact_log (contact) WHERE contact IS NOT NULL;
