-- Owner: package offers. What employers offered: each save is a row, the last one that was not taken
-- back is in use. One without content says that the offer was taken away.
CREATE TABLE offers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  job INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  content TEXT CHECK (json_valid(content)),
  undone INTEGER
) STRICT;
CREATE INDEX offers_of_job ON offers (job, id);
