-- Owner: package mails. Which Message-IDs a mail answers; those of mails that are not here, too.
CREATE TABLE mail_references (
  reference TEXT NOT NULL CHECK (reference <> ''),
  message INTEGER NOT NULL REFERENCES mail_messages (id) ON DELETE CASCADE,
  PRIMARY KEY (reference, message)
) STRICT, WITHOUT ROWID;
CREATE INDEX mail_references_of_message ON mail_references (message);
INSERT INTO mail_references (reference, message)
  SELECT DISTINCT r.value, t.message FROM mail_texts AS t, json_each(t.refs) AS r WHERE r.value <> '';
CREATE INDEX mail_messages_of_sender ON mail_messages (sender, received) WHERE sender IS NOT NULL;
CREATE INDEX mail_messages_without_job ON mail_messages (received, id)
  WHERE job IS NULL AND reason IS NULL AND copy_of IS NULL AND unreadable = 0;

-- Owner: package matching. What the person said of where mails belong, for the next ones.
CREATE TABLE mail_corrections (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  mail INTEGER NOT NULL REFERENCES mail_messages (id) ON DELETE CASCADE,
  -- NULL: to none of the applications.
  job INTEGER REFERENCES jobs (id) ON DELETE CASCADE,
  -- Who wrote: an address, or the name that a mail shows of whoever writes through a system for
  -- many employers. Both are empty where the mail says neither.
  sender TEXT NOT NULL,
  name TEXT NOT NULL,
  at INTEGER NOT NULL,
  undone INTEGER
) STRICT;
CREATE INDEX mail_corrections_of_mail ON mail_corrections (mail, id);
CREATE INDEX mail_corrections_of_sender ON mail_corrections (sender, name) WHERE undone IS NULL;

-- Owner: package contacts. The mail that a line of the log tells of.
ALTER TABLE contact_log ADD COLUMN mail INTEGER REFERENCES mail_messages (id) ON DELETE SET NULL;
CREATE UNIQUE INDEX contact_log_of_mail ON contact_log (mail) WHERE mail IS NOT NULL;
-- Whether the program noted somebody because they wrote, and not the person.
ALTER TABLE contacts ADD COLUMN met INTEGER NOT NULL DEFAULT 0 CHECK (met IN (0, 1));
