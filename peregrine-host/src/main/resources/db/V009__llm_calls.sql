-- Owner: package llm. What language models were asked, so that a person can read what it cost and
-- what left their network. Neither questions nor answers are kept. Rows go after a year.
CREATE TABLE llm_calls (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  feature TEXT NOT NULL,
  -- As the person calls it; it may be gone by now.
  backend TEXT NOT NULL,
  model TEXT NOT NULL,
  answered INTEGER NOT NULL CHECK (answered IN (0, 1)),
  -- Whether what was asked left the person's network.
  left_network INTEGER NOT NULL CHECK (left_network IN (0, 1)),
  -- NULL where the backend does not count.
  input_tokens INTEGER CHECK (input_tokens >= 0),
  output_tokens INTEGER CHECK (output_tokens >= 0),
  -- NULL where nothing was answered.
  first_millis INTEGER CHECK (first_millis >= 0),
  millis INTEGER NOT NULL CHECK (millis >= 0),
  -- In millionths of the currency; NULL where the price is not known.
  cost_micros INTEGER CHECK (cost_micros >= 0),
  currency TEXT CHECK ((currency IS NULL) = (cost_micros IS NULL))
) STRICT;
CREATE INDEX llm_calls_at ON llm_calls (at);
