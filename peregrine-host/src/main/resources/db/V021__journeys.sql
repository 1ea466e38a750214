-- Owner: package pipeline. How applications went: when each stage was entered, as the events that
-- stand say it. A stage that was entered twice counts from the first time, an end from the last.
-- Kept by triggers, since going through half a million events for a page takes too long.
CREATE TABLE job_journeys (
  job INTEGER PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
  applied INTEGER,
  survey INTEGER,
  phone_screen INTEGER,
  interviewing INTEGER,
  offer INTEGER,
  hired INTEGER,
  ended INTEGER,
  -- The match and the résumé that it was made from, as they were when the person applied.
  score REAL,
  resume INTEGER
) STRICT;
CREATE INDEX job_journeys_by_applied ON job_journeys (applied);

-- In the order in which found jobs are counted, so that it is done along the index alone.
CREATE INDEX jobs_counted ON jobs (board, hidden, stage, rejection_stage, ending, found)
  WHERE joined IS NULL;

CREATE VIEW job_steps AS
  SELECT job,
    MIN(COALESCE(happened, at)) FILTER (WHERE to_stage = 'applied') AS applied,
    MIN(COALESCE(happened, at)) FILTER (WHERE to_stage = 'survey') AS survey,
    MIN(COALESCE(happened, at)) FILTER (WHERE to_stage = 'phone_screen') AS phone_screen,
    MIN(COALESCE(happened, at)) FILTER (WHERE to_stage = 'interviewing') AS interviewing,
    MIN(COALESCE(happened, at)) FILTER (WHERE to_stage = 'offer') AS offer,
    MIN(COALESCE(happened, at)) FILTER (WHERE to_stage = 'hired') AS hired,
    MAX(COALESCE(happened, at)) FILTER (WHERE to_stage = 'rejected') AS ended
  FROM job_events
  WHERE kind = 'moved' AND undone_by IS NULL
  GROUP BY job;

-- What is decided in review alone is no journey and costs nothing.
CREATE TRIGGER job_moved AFTER INSERT ON job_events
WHEN new.kind = 'moved' AND (
  new.to_stage IN ('applied', 'survey', 'phone_screen', 'interviewing', 'offer', 'hired')
  OR EXISTS (SELECT 1 FROM job_journeys WHERE job = new.job))
BEGIN
  INSERT OR IGNORE INTO job_journeys (job) VALUES (new.job);
  UPDATE job_journeys SET (applied, survey, phone_screen, interviewing, offer, hired, ended) = (
      SELECT applied, survey, phone_screen, interviewing, offer, hired, ended
      FROM job_steps WHERE job = new.job)
    WHERE job = new.job;
  UPDATE job_journeys SET score = (SELECT match_score FROM jobs WHERE id = new.job),
      resume = (SELECT resume FROM job_scores WHERE job = new.job)
    WHERE job = new.job AND new.to_stage = 'applied';
END;

CREATE TRIGGER job_move_changed AFTER UPDATE OF undone_by, happened ON job_events
WHEN new.kind = 'moved' AND EXISTS (SELECT 1 FROM job_journeys WHERE job = new.job)
BEGIN
  UPDATE job_journeys SET (applied, survey, phone_screen, interviewing, offer, hired, ended) = (
      SELECT applied, survey, phone_screen, interviewing, offer, hired, ended
      FROM job_steps WHERE job = new.job)
    WHERE job = new.job;
END;

INSERT INTO job_journeys (job, applied, survey, phone_screen, interviewing, offer, hired, ended,
  score, resume)
SELECT s.job, s.applied, s.survey, s.phone_screen, s.interviewing, s.offer, s.hired, s.ended,
  j.match_score, c.resume
FROM job_steps AS s JOIN jobs AS j ON j.id = s.job LEFT JOIN job_scores AS c ON c.job = s.job
WHERE COALESCE(s.applied, s.survey, s.phone_screen, s.interviewing, s.offer, s.hired) IS NOT NULL;
