-- Owner: package leads. Mails that list postings, and what became of each.
CREATE TABLE digests (
  mail INTEGER PRIMARY KEY REFERENCES mail_messages (id) ON DELETE CASCADE,
  received INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'removed')),
  -- When it left the list.
  ended INTEGER,
  CHECK ((state = 'open') = (ended IS NULL))
) STRICT;
CREATE INDEX digests_by_state ON digests (state, received DESC, mail DESC);

-- Owner: package leads. Links of digests that the person chose, and how far each is.
CREATE TABLE digest_links (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  digest INTEGER NOT NULL REFERENCES digests (mail) ON DELETE CASCADE,
  -- As the mail has it, without what only counts clicks.
  address TEXT NOT NULL,
  title TEXT NOT NULL,
  company TEXT,
  place TEXT,
  redirect INTEGER NOT NULL CHECK (redirect IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'added', 'known', 'failed')),
  job INTEGER REFERENCES jobs (id) ON DELETE SET NULL,
  problem TEXT,
  UNIQUE (digest, address)
) STRICT;

-- Owner: package leads. Which posting came of which conversation.
CREATE TABLE mail_leads (
  mail INTEGER PRIMARY KEY REFERENCES mail_messages (id) ON DELETE CASCADE,
  job INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX mail_leads_by_job ON mail_leads (job);
