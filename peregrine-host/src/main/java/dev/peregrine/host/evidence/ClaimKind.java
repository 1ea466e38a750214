package dev.peregrine.host.evidence;

/** What a claim speaks of. */
public enum ClaimKind {
  /** Where the person worked. */
  EMPLOYER,
  /** As what. */
  TITLE,
  /** In which years. */
  DATE,
  /** For how many years. */
  DURATION,
  /** Which degree, and in what. */
  DEGREE,
  /** At which school. */
  SCHOOL,
  /** How much or how many. */
  NUMBER,
  /** What the person can do. */
  SKILL,
  /** What somebody has certified. */
  CERTIFICATE,
  /** Which language the person speaks, and how well. */
  LANGUAGE,
  /** What the person did, such as leading people or winning a prize. */
  EXPERIENCE,
  /** A name of any other kind. */
  NAME
}
