-- Owner: package integrations. Why a connected one does not do what it should; empty where it does.
ALTER TABLE integrations ADD COLUMN trouble TEXT NOT NULL DEFAULT '';
-- Since when.
ALTER TABLE integrations ADD COLUMN trouble_since INTEGER NOT NULL DEFAULT 0;
-- Whether it goes by itself, as when the other side is down.
ALTER TABLE integrations ADD COLUMN trouble_passes INTEGER NOT NULL DEFAULT 0;
