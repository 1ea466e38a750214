package dev.peregrine.host.research;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What was read at one address, and when.
 *
 * @param id 0 while it is not stored
 * @param published as the source itself says
 * @param text what a person would read there, as far as it is kept
 * @param toMachines whether something in it speaks to machines; those sentences are not in the text
 */
public record Source(
    long id,
    Kind kind,
    URI address,
    String title,
    Optional<LocalDate> published,
    Instant fetched,
    String text,
    boolean toMachines) {

  /** The most that is kept of a text. */
  public static final int LONGEST = 12_000;

  private static final int LONGEST_TITLE = 200;

  /** Where it is from. */
  public enum Kind {
    /** The company's posting. */
    POSTING,
    /** A page of the company's own site. */
    SITE,
    /** What a search says of a page that was not read itself. */
    SNIPPET,
    /** A page of others. */
    PAGE,
    /** An article, or what a search says of it. */
    NEWS,
    /** What the company filed with an authority. */
    FILING
  }

  public Source {
    title = cut(title.strip(), LONGEST_TITLE);
    text = cut(text.strip(), LONGEST);
  }

  Source stored(long newId) {
    return new Source(newId, kind, address, title, published, fetched, text, toMachines);
  }

  /** Whether it came over the network just then, and not with a posting. */
  public boolean isLive() {
    return kind != Kind.POSTING;
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }
}
