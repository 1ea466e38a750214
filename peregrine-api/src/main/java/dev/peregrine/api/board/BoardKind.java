package dev.peregrine.api.board;

/**
 * How a board lets itself be read: what a person should know before relying on it.
 *
 * @since 0.1
 */
public enum BoardKind {
  /** A feed or interface that its operator offers to everyone. */
  PUBLIC_FEED,
  /** An official interface that needs a free or paid key. */
  KEYED_API,
  /** Employers' own career pages. */
  EMPLOYER_PAGES,
  /** Pages made for people; may be blocked at any time, and the terms may forbid it. */
  SCRAPED_PAGES,
  /** Pages that only a real browser can read. */
  BROWSER_PAGES
}
