-- Which node works for whom. All times are this server's.

CREATE TABLE node (
  -- One life of one program. Whoever finds it expired deletes the row, and with it the life.
  incarnation uuid        NOT NULL PRIMARY KEY,
  -- How the others reach it; empty for a command, which nobody asks anything.
  url         text        NOT NULL,
  draining    boolean     NOT NULL DEFAULT false,
  began_at    timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL
);

CREATE TABLE shard_lease (
  shard       integer     NOT NULL PRIMARY KEY,
  -- Nobody's where it is empty or no row of node says it.
  incarnation uuid,
  -- The fencing token: each holder's is higher than all before.
  epoch       bigint      NOT NULL DEFAULT 0,
  taken_at    timestamptz
);

INSERT INTO shard_lease (shard) SELECT generate_series(0, 255);
