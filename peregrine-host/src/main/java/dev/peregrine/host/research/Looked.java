package dev.peregrine.host.research;

import java.util.Locale;

/**
 * How it went at one of the places where a brief is looked up.
 *
 * @param count how much was taken from there
 * @param detail what it is about: a host, an engine, a number; may be empty
 */
public record Looked(Place place, Outcome outcome, int count, String detail) {

  /** A place to look. */
  public enum Place {
    SEARCH,
    SITE,
    PAGES,
    EDGAR,
    COMPANIES_HOUSE,
    POSTING;

    /** As texts and JSON name it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** How it went there. */
  public enum Outcome {
    READ,
    /** It answered, and there was nothing. */
    NOTHING,
    /** The person did not switch it on, or it lacks an address or key. */
    OFF,
    ABSENT,
    SLOW,
    /** It was asked too often. */
    LIMITED,
    REFUSED,
    /** Its address leads into the own machine or network. */
    INSIDE,
    /** Its {@code robots.txt} asks programs to stay away. */
    ROBOTS,
    /** What it answered is not what such a place answers. */
    ODD,
    /** The search answered, but none of its engines did. */
    ENGINES;

    /** As texts and JSON name it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Looked at(Place place, Outcome outcome) {
    return new Looked(place, outcome, 0, "");
  }

  static Looked read(Place place, int count, String detail) {
    return new Looked(place, count > 0 ? Outcome.READ : Outcome.NOTHING, count, detail);
  }
}
