package dev.peregrine.host.evidence;

/** Of whom a clause speaks, and how. */
enum Stance {
  /** What the person did, can or is. */
  CLAIM,
  /** What the person would like, admires, or does not have. */
  WISH,
  /** The other side. */
  THEM,
  /** Nobody who is named. */
  OPEN
}
