package dev.peregrine.document.outline;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A piece of a document, before it is known in which format it stands. Texts are plain. */
public sealed interface Block {

  /** What the document is about. */
  record Title(String text) implements Block {}

  /** Begins a part of it. */
  record Heading(String text) implements Block {}

  /**
   * Begins an entry of a part.
   *
   * @param aside stands beside it: mostly, from when to when
   */
  record Entry(String text, Optional<String> aside) implements Block {}

  /** A paragraph whose lines stay as they are. */
  record Lines(List<String> lines, boolean strong) implements Block {

    public static Lines of(String... lines) {
      return new Lines(List.of(lines), false);
    }
  }

  /** Addresses, each with what a person reads. */
  record Links(List<Link> links) implements Block {}

  /**
   * An address.
   *
   * @param text as a person reads it
   */
  record Link(String text, String address) {

    private static final Pattern SAFE = Pattern.compile("(?i)(https?|mailto):[^\\s\\p{Cntrl}]+");

    /** Whether it may be clicked: a stranger's "javascript:" is only a text. */
    public boolean isSafe() {
      return SAFE.matcher(address).matches();
    }
  }

  /** A list with a dot before each. */
  record Items(List<String> items) implements Block {}

  /** Rows of as many cells as there are headings. */
  record Table(List<String> headings, List<List<String>> rows) implements Block {}

  /** What follows begins on a new sheet. */
  record NewSheet() implements Block {}
}
