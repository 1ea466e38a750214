-- Owner: package classifying. Ways in which mails are judged: which classifiers are on, in which revisions, with
-- which settings, and what they learnt. The number stands with each mail that was judged so.
CREATE TABLE classifier_ways (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  basis TEXT NOT NULL UNIQUE
) STRICT;
-- What classifiers learnt from the person's corrections.
CREATE TABLE classifier_learnt (
  classifier TEXT PRIMARY KEY,
  revision INTEGER NOT NULL,
  -- tells the corrections that it rests on from others
  corrections TEXT NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
