package dev.peregrine.api.board;

/**
 * A filter of a {@link BoardQuery}. A board names those that it applies itself; the host applies
 * the others to what was found, or tells the person that it cannot.
 *
 * @since 0.1
 */
public enum BoardFilter {
  /** {@link BoardQuery#titles()}. */
  TITLE,
  /** {@link BoardQuery#locations()} and {@link BoardQuery#country()}. */
  LOCATION,
  /** {@link BoardQuery#distanceKm()}. */
  DISTANCE,
  /** {@link BoardQuery#remote()}. */
  REMOTE,
  /** {@link BoardQuery#maxAge()}. */
  AGE,
  /** {@link BoardQuery#employmentTypes()}. */
  EMPLOYMENT_TYPE,
  /** {@link BoardQuery#minAnnualPay()}. */
  PAY
}
