-- The index of words follows the stored jobs at a distance. Jobs up to this id are in it.
CREATE TABLE job_index (
  upto INTEGER NOT NULL
) STRICT;
INSERT INTO job_index (upto) SELECT COALESCE(MAX(id), 0) FROM jobs;

-- Taking words out of the index that are not in it would damage it.
DROP TRIGGER jobs_forgotten;
CREATE TRIGGER jobs_forgotten BEFORE DELETE ON jobs
WHEN old.id <= (SELECT upto FROM job_index) BEGIN
  INSERT INTO jobs_fts (jobs_fts, rowid, title, company, description, tags)
    SELECT 'delete', id, title, company, description, tags FROM job_words WHERE id = old.id;
END;
