-- Whether a posting is still open. Owner: package liveness. One row a job: the last look at it.
CREATE TABLE job_checks (
  job INTEGER PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
  verdict TEXT NOT NULL CHECK (verdict IN ('open', 'gone', 'uncertain')),
  evidence TEXT NOT NULL,
  -- How many looks in a row found it gone. Two make it closed.
  strikes INTEGER NOT NULL CHECK (strikes >= 0),
  at INTEGER NOT NULL
) STRICT;
