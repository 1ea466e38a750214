-- Owner: package mails. Folders of accounts, and how far each was read.
CREATE TABLE mail_folders (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account TEXT NOT NULL CHECK (account <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  role TEXT NOT NULL CHECK (role IN ('inbox', 'sent', 'chosen', 'todo', 'forwarded', 'files')),
  uid_validity INTEGER NOT NULL DEFAULT 0,
  next_uid INTEGER NOT NULL DEFAULT 1,
  mod_seq INTEGER,
  -- How many messages of the window the server said last that it holds.
  held INTEGER NOT NULL DEFAULT 0,
  synced INTEGER,
  UNIQUE (account, name)
) STRICT;

-- Owner: package mails. A row for each message of a folder, also for what could not be read. Narrow:
-- what is long is in mail_texts.
CREATE TABLE mail_messages (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  folder INTEGER NOT NULL REFERENCES mail_folders (id) ON DELETE CASCADE,
  -- NULL where it came from no server.
  uid_validity INTEGER,
  uid INTEGER,
  gone INTEGER,
  message_id TEXT,
  -- The first mail of its conversation.
  thread INTEGER NOT NULL DEFAULT 0,
  sender TEXT,
  sender_name TEXT,
  subject TEXT NOT NULL,
  received INTEGER NOT NULL,
  own INTEGER NOT NULL CHECK (own IN (0, 1)),
  copy_of INTEGER REFERENCES mail_messages (id) ON DELETE SET NULL,
  unreadable INTEGER NOT NULL CHECK (unreadable IN (0, 1)),
  label TEXT CHECK (label IN ('interview_scheduled', 'offer_received', 'rejected',
    'positive_response', 'survey_received', 'neutral', 'event_rescheduled', 'digest',
    'application_received', 'unrelated')),
  confidence REAL CHECK (confidence BETWEEN 0 AND 1),
  evidence TEXT CHECK (json_valid(evidence)),
  classifier TEXT,
  revision INTEGER,
  job INTEGER REFERENCES jobs (id) ON DELETE SET NULL,
  reason TEXT,
  reason_words TEXT,
  reason_confidence REAL CHECK (reason_confidence BETWEEN 0 AND 1),
  settled INTEGER,
  outcome TEXT NOT NULL CHECK (outcome IN ('new', 'waiting', 'uncertain', 'unmatched', 'matched',
    'done', 'digest', 'not_job_mail', 'own', 'copy', 'unreadable')),
  UNIQUE (folder, uid_validity, uid),
  CHECK ((label IS NULL) = (classifier IS NULL))
) STRICT;
CREATE INDEX mail_messages_by_time ON mail_messages (received DESC, id DESC);
CREATE INDEX mail_messages_by_outcome ON mail_messages (outcome, received DESC, id DESC);
CREATE INDEX mail_messages_of_job ON mail_messages (job, received) WHERE job IS NOT NULL;
CREATE INDEX mail_messages_by_message_id ON mail_messages (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX mail_messages_of_thread ON mail_messages (thread);

CREATE TABLE mail_texts (
  message INTEGER PRIMARY KEY REFERENCES mail_messages (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  quoted TEXT NOT NULL,
  html TEXT,
  refs TEXT NOT NULL CHECK (json_valid(refs)),
  recipients TEXT NOT NULL CHECK (json_valid(recipients)),
  calendar TEXT NOT NULL CHECK (json_valid(calendar)),
  attachments TEXT NOT NULL CHECK (json_valid(attachments)),
  headers TEXT NOT NULL CHECK (json_valid(headers)),
  troubles TEXT NOT NULL CHECK (json_valid(troubles)),
  sent INTEGER,
  size INTEGER NOT NULL
) STRICT;
