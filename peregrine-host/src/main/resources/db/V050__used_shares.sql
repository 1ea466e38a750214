-- Owner: package shares. What the tenant had of what many share, by the day in UTC.
CREATE TABLE used_shares (
  day TEXT NOT NULL,
  what TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (day, what)
) STRICT, WITHOUT ROWID;
