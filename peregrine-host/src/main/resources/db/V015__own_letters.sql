-- Owner: package letters. Letters that the person wrote before Peregrine, from which a model takes
-- their manner.
CREATE TABLE own_letters (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  -- When it was taken away. It stays for a while, for Undo.
  removed INTEGER
) STRICT;
