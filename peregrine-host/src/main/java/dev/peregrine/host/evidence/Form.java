package dev.peregrine.host.evidence;

/** What kind of text is checked. */
public enum Form {
  /** Sentences to somebody, from the salutation to the closing. */
  LETTER,
  /** A line of a résumé: whatever it says, the person is meant. */
  BULLET
}
