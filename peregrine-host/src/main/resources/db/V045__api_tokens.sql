-- Owner: package programs. Tokens with which other programs act for the person. The token itself is
-- told once and kept nowhere.
CREATE TABLE api_tokens (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  -- SHA-256 of the token, in hexadecimal digits.
  digest TEXT NOT NULL UNIQUE CHECK (length(digest) = 64),
  -- Words with blanks between: read, write, run.
  scopes TEXT NOT NULL CHECK (scopes <> ''),
  created INTEGER NOT NULL,
  expires INTEGER,
  used INTEGER,
  revoked INTEGER
) STRICT;
