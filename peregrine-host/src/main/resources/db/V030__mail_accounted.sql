-- Owner: package mails. Whether it is one of those that the server said last that it has in the time
-- that is read of it; they add up to mail_folders.held. What came from no server is always.
ALTER TABLE mail_messages ADD COLUMN listed INTEGER NOT NULL DEFAULT 1 CHECK (listed IN (0, 1));
-- What was found out of it before the person said something else.
ALTER TABLE mail_messages ADD COLUMN before_said TEXT CHECK (json_valid(before_said));
