-- Owner: package programs. What was answered to requests of programs that named themselves, for a
-- day, so that nothing is done twice.
CREATE TABLE api_replies (
  token INTEGER NOT NULL REFERENCES api_tokens (id) ON DELETE CASCADE,
  key TEXT NOT NULL CHECK (key <> ''),
  -- A hash of what was asked.
  request TEXT NOT NULL,
  begun INTEGER NOT NULL,
  -- Null while it is worked on.
  status INTEGER,
  media_type TEXT,
  body TEXT,
  location TEXT,
  PRIMARY KEY (token, key)
) STRICT, WITHOUT ROWID;
