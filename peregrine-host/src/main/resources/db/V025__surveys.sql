-- Owner: package surveys. What an employer's survey asked, and what the person made of it.
CREATE TABLE survey_responses (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  job INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('quick', 'detailed')),
  source TEXT NOT NULL CHECK (source IN ('text', 'picture')),
  -- The employer, by its pipeline key; empty where the posting names none.
  company TEXT NOT NULL,
  -- The text of the survey, as it was pasted or read from its pictures.
  input TEXT NOT NULL,
  -- What the employer told of the result, in whatever words.
  reported_score TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  -- The task that reads the pictures or weighs the options, or did last.
  task INTEGER,
  made INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  -- When it was taken away. It stays for a while, for Undo.
  removed INTEGER
) STRICT;
CREATE INDEX survey_responses_job ON survey_responses (job);

CREATE TABLE survey_questions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  survey INTEGER NOT NULL REFERENCES survey_responses (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  question TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('choice', 'several', 'scale', 'yes_no', 'text')),
  -- A JSON array of texts.
  options TEXT NOT NULL,
  -- The options that were chosen, a line each, or the person's own words.
  answer TEXT NOT NULL DEFAULT '',
  -- What a suggestion took the place of, for Undo.
  replaced TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  -- What a model made of the options, as JSON; and when.
  weighing TEXT,
  weighed INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL
) STRICT;
CREATE INDEX survey_questions_survey ON survey_questions (survey, place);

-- The bytes lie in data/documents/surveys under their SHA-256.
CREATE TABLE survey_pictures (
  survey INTEGER NOT NULL REFERENCES survey_responses (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  PRIMARY KEY (survey, place)
) STRICT, WITHOUT ROWID;
