-- Owner: package pipeline. One job with several sightings: found so by a rule, or joined and kept
-- apart by the person.

-- The job that a person said it is the same as. It stays hidden as it was, with its own sightings
-- and events, so that what was joined can be parted again without a loss.
ALTER TABLE jobs ADD COLUMN joined INTEGER REFERENCES jobs (id) ON DELETE CASCADE;
-- Whether an agency advertises it for somebody else.
ALTER TABLE jobs ADD COLUMN agency INTEGER NOT NULL DEFAULT 0 CHECK (agency IN (0, 1));
CREATE INDEX jobs_joined ON jobs (joined) WHERE joined IS NOT NULL;
CREATE INDEX jobs_of_agencies ON jobs (title_key) WHERE agency = 1;

-- With the place, so that an employer with one title in many towns is passed over in the index.
DROP INDEX jobs_alike;
CREATE INDEX jobs_alike ON jobs (company_key, title_key, place_key, remote);
DROP INDEX jobs_titled;
CREATE INDEX jobs_titled ON jobs (title_key, place_key) WHERE company_key <> '';

-- Keys write an umlaut as one letter now, and a country behind an employer's name no more.
UPDATE jobs SET
  company_key = replace(replace(replace(company_key, 'ae', 'a'), 'oe', 'o'), 'ue', 'u'),
  title_key = replace(replace(replace(title_key, 'ae', 'a'), 'oe', 'o'), 'ue', 'u'),
  place_key = replace(replace(replace(place_key, 'ae', 'a'), 'oe', 'o'), 'ue', 'u');
UPDATE jobs SET company_key = substr(company_key, 1, length(company_key) - length(country.value) - 1)
FROM json_each('["deutschland", "germany", "osterreich", "austria", "schweiz", "switzerland", "france", "uk", "usa", "us", "europe", "emea", "international", "group", "gruppe", "holding"]') AS country
WHERE company_key LIKE '% ' || country.value;

-- Where to apply, if that is the address of one posting: the same one on two boards is one job.
ALTER TABLE job_sightings ADD COLUMN apply_url TEXT;
-- The day that the board calls the day of posting, and when that day last became a later one.
ALTER TABLE job_sightings ADD COLUMN posted INTEGER;
ALTER TABLE job_sightings ADD COLUMN reposted INTEGER;
CREATE INDEX job_sightings_by_apply ON job_sightings (apply_url) WHERE apply_url IS NOT NULL;

-- What a board said where others have the job too; its salary is in the sighting. A job that was
-- seen once needs none: it is what was seen.
CREATE TABLE sighting_postings (
  sighting INTEGER PRIMARY KEY REFERENCES job_sightings (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  company TEXT,
  remote TEXT,
  posted INTEGER,
  closes INTEGER,
  apply_url TEXT,
  places TEXT NOT NULL,
  employment_types TEXT NOT NULL,
  tags TEXT NOT NULL,
  details TEXT NOT NULL,
  description TEXT,
  description_text TEXT NOT NULL
) STRICT;

-- What the person said. They are never taken for anything but what they say of these two jobs.
CREATE TABLE job_verdicts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('same', 'apart')),
  job INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  -- What was joined to it, or split off from it.
  other INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  -- The rule that hid the other before it was joined.
  from_rule TEXT,
  from_detail TEXT,
  undone INTEGER
) STRICT;
CREATE INDEX job_verdicts_of_job ON job_verdicts (job);
CREATE INDEX job_verdicts_of_other ON job_verdicts (other);
