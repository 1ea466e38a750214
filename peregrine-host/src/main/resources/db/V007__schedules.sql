-- Owner: package schedules. When what recurs ran last and is due next. What recurs, and how often,
-- stands in the files of config/.
CREATE TABLE schedules (
  key TEXT PRIMARY KEY,
  -- What the times below were reckoned from; where it is another now, they are reckoned anew.
  basis TEXT NOT NULL,
  -- By its timing, and with quiet hours and a little chance.
  planned INTEGER NOT NULL,
  due INTEGER NOT NULL CHECK (due >= planned),
  last_run INTEGER,
  -- Why the last run could not be begun; empty where it was.
  problem TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
