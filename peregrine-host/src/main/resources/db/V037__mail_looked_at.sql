-- Owner: package mails. Whether every step ran over a mail. What a kill or a stop left is looked at
-- when the program starts the next time.
ALTER TABLE mail_messages ADD COLUMN looked INTEGER NOT NULL DEFAULT 1 CHECK (looked IN (0, 1));
CREATE INDEX mail_messages_not_looked_at ON mail_messages (id) WHERE looked = 0;
