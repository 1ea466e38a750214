-- Times are milliseconds since 1970 in UTC, days are days since 1970.
-- Runs on SQLite 3.40 too, which the driver of encrypted files brings.

-- Postings. Owner: package pipeline. Narrow on purpose: lists and filters read only this table, what
-- is wide is in job_texts.
CREATE TABLE jobs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL CHECK (title <> ''),
  company TEXT,
  place TEXT,
  url TEXT NOT NULL UNIQUE,
  board TEXT NOT NULL,
  boards INTEGER NOT NULL DEFAULT 1 CHECK (boards > 0),
  remote TEXT CHECK (remote IN ('remote', 'hybrid', 'on_site')),
  salary_min TEXT,
  salary_max TEXT,
  salary_currency TEXT,
  salary_period TEXT CHECK (salary_period IN ('hour', 'day', 'week', 'month', 'year')),
  salary_origin TEXT CHECK (salary_origin IN ('stated', 'estimated', 'description')),
  annual_pay INTEGER,
  posted INTEGER,
  closes INTEGER,
  found INTEGER NOT NULL,
  -- A cache of the last event that moved the job and was not undone.
  stage TEXT NOT NULL DEFAULT 'pending' CHECK (stage IN ('pending', 'approved', 'archived', 'applied',
    'survey', 'phone_screen', 'interviewing', 'offer', 'hired', 'rejected')),
  rejection_stage TEXT CHECK (rejection_stage IN ('review', 'archived', 'applied', 'survey',
    'phone_screen', 'interviewing', 'offer', 'hired')),
  hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden = (hidden_rule IS NOT NULL)),
  hidden_rule TEXT,
  hidden_detail TEXT,
  match_score REAL CHECK (match_score BETWEEN 0 AND 100),
  unscorable INTEGER NOT NULL DEFAULT 0 CHECK (unscorable IN (0, 1)),
  -- What the score was made from; 0 while there is none, -1 once the text has changed.
  score_key INTEGER NOT NULL DEFAULT 0,
  -- What lists are sorted by: -1 without a score; the day of posting or else of finding.
  sort_score REAL NOT NULL DEFAULT -1,
  sort_day INTEGER NOT NULL,
  sort_company TEXT NOT NULL,
  -- What duplicates are found by.
  company_key TEXT NOT NULL,
  title_key TEXT NOT NULL,
  place_key TEXT NOT NULL,
  has_text INTEGER NOT NULL DEFAULT 1 CHECK (has_text IN (0, 1)),
  CHECK ((stage = 'rejected') = (rejection_stage IS NOT NULL))
) STRICT;

-- The columns after the id let filters pass over the index alone. The score stands in one only,
-- since it is written to every job after it was stored.
CREATE INDEX jobs_by_score ON jobs (hidden, stage, sort_score, id, sort_day, remote, annual_pay,
  board, boards, hidden_rule);
CREATE INDEX jobs_by_day ON jobs (hidden, stage, sort_day, id, remote, annual_pay, board, boards,
  hidden_rule);
CREATE INDEX jobs_by_company ON jobs (hidden, stage, sort_company, id, sort_day, remote, annual_pay,
  board, boards, hidden_rule);
CREATE INDEX jobs_alike ON jobs (company_key, title_key);
CREATE INDEX jobs_titled ON jobs (title_key) WHERE company_key <> '';
CREATE INDEX jobs_to_score ON jobs (score_key, id)
  WHERE hidden = 0 AND stage NOT IN ('archived', 'hired', 'rejected');

CREATE TABLE job_texts (
  job INTEGER PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
  native_id TEXT NOT NULL,
  apply_url TEXT,
  places TEXT NOT NULL,
  employment_types TEXT NOT NULL,
  tags TEXT NOT NULL,
  details TEXT NOT NULL,
  -- As it was found; empty where that is the text itself.
  description TEXT,
  description_text TEXT NOT NULL
) STRICT;

-- Where a job was seen, the place of its own first one included.
CREATE TABLE job_sightings (
  id INTEGER PRIMARY KEY,
  job INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  board TEXT NOT NULL,
  native_id TEXT NOT NULL,
  url TEXT NOT NULL UNIQUE,
  posting_url TEXT NOT NULL,
  run INTEGER,
  first_seen INTEGER NOT NULL,
  last_seen INTEGER NOT NULL,
  salary_min TEXT,
  salary_max TEXT,
  salary_currency TEXT,
  salary_period TEXT,
  salary_origin TEXT,
  UNIQUE (board, native_id)
) STRICT;
CREATE INDEX job_sightings_of_job ON job_sightings (job);

-- What happened to jobs. Only added to; undone_by names the event that took one back.
CREATE TABLE job_events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  job INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('entered', 'hidden', 'shown', 'moved', 'undone')),
  from_stage TEXT,
  to_stage TEXT,
  from_rejection TEXT,
  from_rule TEXT,
  from_detail TEXT,
  reason TEXT,
  batch INTEGER,
  undone_by INTEGER REFERENCES job_events (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX job_events_of_job ON job_events (job, id);
CREATE INDEX job_events_to_undo ON job_events (batch) WHERE batch IS NOT NULL AND undone_by IS NULL;
CREATE INDEX job_events_undone_by ON job_events (undone_by) WHERE undone_by IS NOT NULL;

CREATE TABLE job_scores (
  job INTEGER PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
  scorer TEXT NOT NULL,
  candidate_hash TEXT NOT NULL,
  score REAL,
  why TEXT,
  reasons TEXT NOT NULL,
  gaps TEXT NOT NULL,
  at INTEGER NOT NULL,
  CHECK ((score IS NULL) = (why IS NOT NULL))
) STRICT;

-- Kept by triggers, since counting a hundred thousand rows for every page takes too long.
CREATE TABLE job_counts (
  stage TEXT NOT NULL,
  hidden INTEGER NOT NULL,
  jobs INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (stage, hidden)
) STRICT, WITHOUT ROWID;

INSERT INTO job_counts (stage, hidden)
SELECT stage.value, hidden.value
FROM json_each('["pending", "approved", "archived", "applied", "survey", "phone_screen", "interviewing", "offer", "hired", "rejected"]') AS stage,
  json_each('[0, 1]') AS hidden;

-- Jobs that are not hidden, by the hour since 1970 in which they were found.
CREATE TABLE job_hours (
  hour INTEGER PRIMARY KEY,
  jobs INTEGER NOT NULL
) STRICT;

CREATE TRIGGER jobs_added AFTER INSERT ON jobs BEGIN
  UPDATE job_counts SET jobs = jobs + 1 WHERE stage = new.stage AND hidden = new.hidden;
  INSERT INTO job_hours (hour, jobs) VALUES (new.found / 3600000, 1 - new.hidden)
    ON CONFLICT (hour) DO UPDATE SET jobs = jobs + excluded.jobs;
END;

CREATE TRIGGER jobs_moved AFTER UPDATE OF stage, hidden ON jobs
WHEN old.stage <> new.stage OR old.hidden <> new.hidden BEGIN
  UPDATE job_counts SET jobs = jobs - 1 WHERE stage = old.stage AND hidden = old.hidden;
  UPDATE job_counts SET jobs = jobs + 1 WHERE stage = new.stage AND hidden = new.hidden;
  UPDATE job_hours SET jobs = jobs + old.hidden - new.hidden WHERE hour = new.found / 3600000;
END;

CREATE TRIGGER jobs_gone AFTER DELETE ON jobs BEGIN
  UPDATE job_counts SET jobs = jobs - 1 WHERE stage = old.stage AND hidden = old.hidden;
  UPDATE job_hours SET jobs = jobs - (1 - old.hidden) WHERE hour = old.found / 3600000;
END;

-- Text search. The index holds no text of its own; the view is where it looks it up.
CREATE VIEW job_words AS
  SELECT j.id, j.title, j.company, t.description_text AS description, t.tags
  FROM jobs AS j JOIN job_texts AS t ON t.job = j.id;

CREATE VIRTUAL TABLE jobs_fts USING fts5 (
  title, company, description, tags,
  content = 'job_words', content_rowid = 'id',
  tokenize = "unicode61 remove_diacritics 2 tokenchars '+#'"
);

-- Merges later and more at once than by default: a third less work while postings come in.
INSERT INTO jobs_fts (jobs_fts, rank) VALUES ('automerge', 8);
INSERT INTO jobs_fts (jobs_fts, rank) VALUES ('crisismerge', 32);

-- Only deleting is left to a trigger, since a cascade tells nobody. The owner indexes what it adds.
CREATE TRIGGER jobs_forgotten BEFORE DELETE ON jobs BEGIN
  INSERT INTO jobs_fts (jobs_fts, rowid, title, company, description, tags)
    SELECT 'delete', id, title, company, description, tags FROM job_words WHERE id = old.id;
END;

-- Owner: package tasks. One task of a kind and key waits or runs at a time.
CREATE TABLE background_tasks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  type TEXT NOT NULL,
  key TEXT NOT NULL,
  title TEXT NOT NULL,
  params TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'queued'
    CHECK (state IN ('queued', 'running', 'completed', 'failed', 'cancelled')),
  step TEXT NOT NULL DEFAULT '',
  done INTEGER NOT NULL DEFAULT 0,
  total INTEGER NOT NULL DEFAULT 0,
  result TEXT NOT NULL DEFAULT '',
  error TEXT NOT NULL DEFAULT '',
  created INTEGER NOT NULL,
  started INTEGER,
  finished INTEGER,
  CHECK ((finished IS NULL) = (state IN ('queued', 'running')))
) STRICT;
CREATE UNIQUE INDEX background_tasks_live ON background_tasks (type, key)
  WHERE state IN ('queued', 'running');

-- Owner: package plugins. Values a person gave to an extension's settings.
CREATE TABLE extension_settings (
  extension TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  secret INTEGER NOT NULL DEFAULT 0 CHECK (secret IN (0, 1)),
  PRIMARY KEY (extension, key)
) STRICT, WITHOUT ROWID;

-- Owner: package scoring. The newest is the one in use.
CREATE TABLE resumes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created INTEGER NOT NULL,
  source_name TEXT NOT NULL,
  text TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

-- Owner: package discovery. A run, its boards, and how boards do.
CREATE TABLE discovery_runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task INTEGER REFERENCES background_tasks (id) ON DELETE SET NULL,
  label TEXT NOT NULL,
  profiles TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(profiles)),
  started INTEGER NOT NULL,
  finished INTEGER
) STRICT;
CREATE INDEX discovery_runs_of_task ON discovery_runs (task);

CREATE TABLE run_boards (
  run INTEGER NOT NULL REFERENCES discovery_runs (id) ON DELETE CASCADE,
  board TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'reading', 'done', 'blocked', 'resting', 'failed',
    'broken', 'stopped', 'needs_settings')),
  found INTEGER NOT NULL DEFAULT 0,
  kept INTEGER NOT NULL DEFAULT 0,
  hidden INTEGER NOT NULL DEFAULT 0,
  hidden_by TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(hidden_by)),
  sentence TEXT NOT NULL DEFAULT '',
  done INTEGER,
  total INTEGER,
  updated INTEGER NOT NULL,
  PRIMARY KEY (run, board)
) STRICT, WITHOUT ROWID;

CREATE TABLE board_health (
  board TEXT PRIMARY KEY,
  state TEXT NOT NULL,
  rests_until INTEGER,
  sentence TEXT NOT NULL DEFAULT '',
  -- What has to change before it is asked again: a hash of settings, or the plugin's version.
  basis TEXT NOT NULL DEFAULT '',
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
