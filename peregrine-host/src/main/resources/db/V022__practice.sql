-- Owner: package practice. Practice interviews: each session with the questions that were asked in
-- it, in order, the answers, and how they were rated.
CREATE TABLE practice_sessions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  job INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN
    ('recruiter', 'hiring_manager', 'technical', 'panel', 'take_home', 'onsite', 'other')),
  language TEXT NOT NULL,
  asker TEXT NOT NULL CHECK (asker IN ('bank', 'model')),
  questions INTEGER NOT NULL CHECK (questions > 0),
  timed INTEGER NOT NULL CHECK (timed IN (0, 1)),
  weak_only INTEGER NOT NULL CHECK (weak_only IN (0, 1)),
  made INTEGER NOT NULL,
  ended INTEGER,
  -- When it was taken away. It stays for a while, for Undo.
  removed INTEGER
) STRICT;
CREATE INDEX practice_sessions_of_job ON practice_sessions (job);

CREATE TABLE practice_turns (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  session INTEGER NOT NULL REFERENCES practice_sessions (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position > 0),
  -- The shipped question that it is; empty where a model asked.
  bank TEXT NOT NULL,
  theme TEXT NOT NULL,
  -- What of the posting was put into it; empty for nothing.
  demand TEXT NOT NULL,
  question TEXT NOT NULL CHECK (question <> ''),
  asked_by TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'rated', 'skipped')),
  answer TEXT NOT NULL DEFAULT '',
  -- Grows with each save of the answer, so that of two windows the second one is told.
  version INTEGER NOT NULL DEFAULT 1,
  -- What the answer took; 0 where nobody looked.
  seconds INTEGER NOT NULL DEFAULT 0 CHECK (seconds >= 0),
  -- JSON of the rating; NULL where there is none.
  rating TEXT CHECK ((rating IS NOT NULL) = (state = 'rated')),
  -- Whether the person said that it need not come back.
  settled INTEGER NOT NULL DEFAULT 0 CHECK (settled IN (0, 1)),
  made INTEGER NOT NULL,
  UNIQUE (session, position)
) STRICT;
