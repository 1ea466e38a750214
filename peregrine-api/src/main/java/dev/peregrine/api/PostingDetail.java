package dev.peregrine.api;

/**
 * What a board may tell of a posting beyond the parts that all have. Values are text as a person
 * reads it, addresses are absolute. New constants are added at the end in minor versions.
 *
 * @since 0.1
 */
public enum PostingDetail {
  /** Address of the employer's page on the board. */
  COMPANY_PAGE,
  /** Address of the employer's own site. */
  COMPANY_SITE,
  /** Address of a logo. Never fetched by a page. */
  COMPANY_LOGO,
  /** Industry of the employer. */
  INDUSTRY,
  /** How many people work there, such as {@code 51 to 200}. */
  COMPANY_SIZE,
  /** Yearly revenue, as the board words it. */
  COMPANY_REVENUE,
  /** A sentence or two about the employer. */
  COMPANY_ABOUT,
  /** Where the employer has its seat. */
  COMPANY_ADDRESS,
  /** The employer's rating on the board, such as {@code 4.1 of 5}. */
  COMPANY_RATING,
  /** How many reviews the rating stands on. */
  COMPANY_REVIEWS,
  /** Seniority, such as {@code Senior}. */
  LEVEL,
  /** Function or category of the work. */
  FUNCTION,
  /** Department or team. */
  DEPARTMENT,
  /** Experience asked for, such as {@code 3 to 5 years}. */
  EXPERIENCE,
  /** How many people are sought. */
  VACANCIES,
  /** {@code sponsored} or {@code organic}. */
  LISTING,
  /** How many people applied, as the board words it. */
  APPLICANTS,
  /** Language of the posting, ISO 639-1. */
  LANGUAGE,
  /** Mail addresses in the posting, separated by a comma and a blank. */
  CONTACT_MAIL,
  /** Countries from which remote work is possible, separated by a comma and a blank. */
  REMOTE_FROM,
  /** The employer's own number of the requisition. */
  REQUISITION
}
