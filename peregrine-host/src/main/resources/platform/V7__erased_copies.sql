-- Where nodes have disks of their own, whoever is deleted is deleted on each of them.

-- Whether other nodes may have copies: each looks for them by the hash, and deletes them.
ALTER TABLE erasures ADD COLUMN everywhere boolean NOT NULL DEFAULT false;

-- What a node deleted of somebody beside what the one that held them did.
CREATE TABLE erased_copies (
  copy       uuid        NOT NULL,
  part       text        NOT NULL,
  erasure    uuid        NOT NULL REFERENCES erasures (id) ON DELETE CASCADE,
  files      bigint      NOT NULL,
  bytes      bigint      NOT NULL,
  sha256     text        NOT NULL,
  removed_at timestamptz NOT NULL,
  PRIMARY KEY (copy, part)
);

CREATE INDEX erased_copies_of_erasure ON erased_copies (erasure);
