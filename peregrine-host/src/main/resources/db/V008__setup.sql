-- Owner: package setup. What the person did with each step of setup; no row where they did nothing.
CREATE TABLE setup_steps (
  step TEXT PRIMARY KEY CHECK (
    step IN ('hardware', 'tier', 'identity', 'resume', 'inference', 'search', 'integrations')
  ),
  -- open: begun anew, whatever else is known.
  state TEXT NOT NULL CHECK (state IN ('open', 'later', 'done')),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
