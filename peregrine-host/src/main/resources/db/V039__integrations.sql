-- Owner: package integrations. Those that the person connected.
CREATE TABLE integrations (
  key TEXT PRIMARY KEY CHECK (key <> ''),
  connected INTEGER NOT NULL,
  -- What was reached when it was tried last.
  reached TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What integrations note for themselves.
CREATE TABLE integration_notes (
  integration TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  value TEXT NOT NULL,
  PRIMARY KEY (integration, name)
) STRICT, WITHOUT ROWID;
