-- Sessions that were ended before they ran out. A hash of the token; not whose it was.

CREATE TABLE ended_sessions (
  mark       text        NOT NULL PRIMARY KEY,
  expires_at timestamptz NOT NULL,
  noted_at   timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX ended_sessions_noted_at ON ended_sessions (noted_at);
