-- Owner: package signals. What mails ask the person to do, and until when.
CREATE TABLE mail_asks (
  mail INTEGER PRIMARY KEY REFERENCES mail_messages (id) ON DELETE CASCADE,
  job INTEGER REFERENCES jobs (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('reply', 'survey', 'offer', 'todo')),
  who TEXT NOT NULL,
  subject TEXT NOT NULL,
  received INTEGER NOT NULL,
  due INTEGER,
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 480),
  -- Answered, or the person said that it means nothing.
  over INTEGER NOT NULL DEFAULT 0 CHECK (over IN (0, 1))
) STRICT;
CREATE INDEX mail_asks_open ON mail_asks (received) WHERE over = 0;
CREATE INDEX mail_asks_of_job ON mail_asks (job);
