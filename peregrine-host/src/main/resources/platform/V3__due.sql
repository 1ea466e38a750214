-- When something is due for somebody the next time: one row a person, in the shape that
-- db-scheduler reads and writes. It says nothing of what is due.
CREATE TABLE due (
  task_name            text        NOT NULL,
  -- The user id.
  task_instance        text        NOT NULL,
  task_data            bytea,
  execution_time       timestamptz NOT NULL,
  -- A node fetches them just now.
  picked               boolean     NOT NULL,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint      NOT NULL,
  priority             smallint,
  PRIMARY KEY (task_name, task_instance)
);

-- Who is due, and whom a node that died was fetching.
CREATE INDEX due_by_time ON due (picked, execution_time);
