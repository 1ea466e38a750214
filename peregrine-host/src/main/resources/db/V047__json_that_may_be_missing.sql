-- Owner: packages mails and offers. The SQLite of the driver that encrypts is an older one, for which
-- json_valid(NULL) is false and not unknown: what may be missing has to say so. Only the words of
-- the checks change, so no row is written; ALTER TABLE could not do it.
PRAGMA writable_schema = ON;
UPDATE sqlite_master
SET sql = replace(replace(replace(sql,
  'CHECK (json_valid(content))', 'CHECK (content IS NULL OR json_valid(content))'),
  'CHECK (json_valid(evidence))', 'CHECK (evidence IS NULL OR json_valid(evidence))'),
  'CHECK (json_valid(before_said))', 'CHECK (before_said IS NULL OR json_valid(before_said))')
WHERE type = 'table' AND name IN ('offers', 'mail_messages');
PRAGMA writable_schema = RESET;
