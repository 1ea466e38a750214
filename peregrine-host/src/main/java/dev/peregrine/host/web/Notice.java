package dev.peregrine.host.web;

/**
 * Something that stands in the shell of every page until it changes.
 *
 * @param kind how it is shown
 * @param title what is the matter, short
 * @param sentence what it means
 * @param link what the link says that leads to where it can be changed
 * @param path where it leads
 */
public record Notice(Kind kind, String title, String sentence, String link, String path) {

  /** How it is shown. */
  public enum Kind {
    /** Text of the person's goes to somebody else: seen on every page, whatever its width. */
    LEAVES,
    /** Good to know, and nothing is urgent: at the foot of the navigation. */
    QUIET
  }

  boolean leaves() {
    return kind == Kind.LEAVES;
  }
}
