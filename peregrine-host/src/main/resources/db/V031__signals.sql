-- Owner: package signals. Which mails a decision settled, so that taking it back brings them back.
CREATE TABLE signal_moves (
  move INTEGER NOT NULL,
  mail INTEGER NOT NULL REFERENCES mail_messages (id) ON DELETE CASCADE,
  PRIMARY KEY (move, mail)
) STRICT, WITHOUT ROWID;
CREATE INDEX signal_moves_of_mail ON signal_moves (mail);
