-- Owner: package research. What was read of companies, and the briefs made from it.
CREATE TABLE research_sources (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  company TEXT NOT NULL CHECK (company <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('posting', 'site', 'snippet', 'page', 'news', 'filing')),
  address TEXT NOT NULL,
  title TEXT NOT NULL,
  -- ISO day, as the source says; NULL where it says none.
  published TEXT,
  fetched INTEGER NOT NULL,
  text TEXT NOT NULL,
  -- Whether something in it spoke to machines; that is not in the text.
  to_machines INTEGER NOT NULL CHECK (to_machines IN (0, 1))
) STRICT;
CREATE INDEX research_sources_of_company ON research_sources (company);

-- One version of a brief. What it tells is one document, as it was made.
CREATE TABLE company_research (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  company TEXT NOT NULL CHECK (company <> ''),
  name TEXT NOT NULL,
  made INTEGER NOT NULL,
  -- The person's name for the model that worded it; empty where the sources speak for themselves.
  writer TEXT NOT NULL DEFAULT '',
  -- The heading that was looked up again alone; empty for all of it.
  heading TEXT NOT NULL DEFAULT '',
  claims INTEGER NOT NULL,
  document TEXT NOT NULL
) STRICT;
CREATE INDEX company_research_of_company ON company_research (company, id);

-- Which company is meant, where the person said so.
CREATE TABLE research_subjects (
  company TEXT PRIMARY KEY CHECK (company <> ''),
  name TEXT NOT NULL,
  site TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What to say about one job, worded by a model.
CREATE TABLE research_points (
  job INTEGER PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
  made INTEGER NOT NULL,
  writer TEXT NOT NULL,
  document TEXT NOT NULL
) STRICT;
