-- Owner: package signals. Rounds that mails propose, and changes of rounds, until the person decides.
CREATE TABLE mail_rounds (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  mail INTEGER NOT NULL REFERENCES mail_messages (id) ON DELETE CASCADE,
  job INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  -- Of the event that the mail carries; '' for what it says in words.
  uid TEXT NOT NULL,
  round INTEGER REFERENCES rounds (id) ON DELETE SET NULL,
  -- Of the round when it was proposed, or as the decision left it.
  version INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('new', 'change', 'call_off')),
  times TEXT NOT NULL CHECK (json_valid(times)),
  decided TEXT CHECK (decided IN ('taken', 'dismissed', 'withdrawn')),
  -- The decision that it is part of.
  move INTEGER,
  UNIQUE (mail, uid)
) STRICT;
CREATE INDEX mail_rounds_of_job ON mail_rounds (job) WHERE decided IS NULL;
CREATE INDEX mail_rounds_of_round ON mail_rounds (round);
CREATE INDEX mail_rounds_of_move ON mail_rounds (move) WHERE move IS NOT NULL;
