-- Owner: package debriefs. What the person says of a round once it is over.
CREATE TABLE debriefs (
  round INTEGER PRIMARY KEY REFERENCES rounds (id) ON DELETE CASCADE,
  -- What was asked, a question a line.
  asked TEXT NOT NULL DEFAULT '',
  well TEXT NOT NULL DEFAULT '',
  -- What to prepare for the next time, one a line.
  prepare TEXT NOT NULL DEFAULT '',
  -- How it felt, 1 to 5; NULL where that was not said.
  mood INTEGER CHECK (mood BETWEEN 1 AND 5),
  -- Grows with each save, so that of two windows the second one is told.
  version INTEGER NOT NULL DEFAULT 1,
  made INTEGER NOT NULL,
  changed INTEGER NOT NULL
) STRICT;
