-- What a service that hosts Peregrine knows of people. Never a posting, a letter or a name.

CREATE TABLE subscriptions (
  user_id     uuid        NOT NULL,
  product     text        NOT NULL DEFAULT 'peregrine',
  tier        text        NOT NULL,
  -- Empty: until somebody changes it.
  valid_until timestamptz,
  updated_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (user_id, product)
);

CREATE TABLE telemetry_consent (
  user_id              uuid        NOT NULL PRIMARY KEY,
  all_disabled         boolean     NOT NULL DEFAULT false,
  usage_events_enabled boolean     NOT NULL DEFAULT false,
  -- What happened before is not recorded, even if it is written later.
  enabled_since        timestamptz,
  updated_at           timestamptz NOT NULL
);

CREATE TABLE usage_events (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id     uuid        NOT NULL,
  app         text        NOT NULL,
  event_type  text        NOT NULL,
  metadata    jsonb       NOT NULL,
  occurred_at timestamptz NOT NULL
);

CREATE INDEX usage_events_of_user ON usage_events (user_id, id DESC);
CREATE INDEX usage_events_by_age ON usage_events (occurred_at);

CREATE TABLE support_access_grants (
  id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id    uuid        NOT NULL,
  ticket_ref text        NOT NULL,
  granted_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  CHECK (expires_at > granted_at)
);

CREATE INDEX support_access_grants_of_user ON support_access_grants (user_id, id DESC);

-- Each look that support took, written before it is let in.
CREATE TABLE support_access_log (
  id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  grant_id bigint      NOT NULL REFERENCES support_access_grants (id) ON DELETE CASCADE,
  user_id  uuid        NOT NULL,
  staff    text        NOT NULL,
  page     text        NOT NULL,
  at       timestamptz NOT NULL
);

CREATE INDEX support_access_log_of_user ON support_access_log (user_id, id DESC);

CREATE TABLE erasures (
  id            uuid        NOT NULL PRIMARY KEY,
  -- Nobody any more once it is done; the hash finds the proof for who knows the id.
  user_id       uuid,
  person_sha256 text        NOT NULL,
  requested_at  timestamptz NOT NULL,
  due_at        timestamptz NOT NULL,
  begun_at      timestamptz,
  -- What lay in the folder, counted before it goes.
  found         jsonb,
  removed_rows  jsonb,
  done_at       timestamptz
);

CREATE UNIQUE INDEX erasures_waiting ON erasures (user_id) WHERE user_id IS NOT NULL;
CREATE INDEX erasures_of_person ON erasures (person_sha256);
