-- Owner: package agenda. The place that was put into the calendar, '' for none, and another one that the
-- person wrote there. Events that were put before say nothing of theirs, and are not compared.
ALTER TABLE agenda_events ADD COLUMN place TEXT;
ALTER TABLE agenda_events ADD COLUMN their_place TEXT;
