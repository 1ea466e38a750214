package dev.peregrine.host.catalog;

import java.util.List;

/**
 * What a try of a recipe brought.
 *
 * @param good whether it found something
 * @param rows the first postings
 * @param shown how many those are, of how many
 * @param fills how often each field says something
 * @param missing which fields nobody fills and what to do about it
 * @param never the details that no posting has
 * @param skipped what could not be read, each with its reason
 */
record RecipeTried(
    boolean good,
    String sentence,
    String shown,
    List<Row> rows,
    List<Fill> fills,
    List<String> missing,
    String never,
    List<String> skipped) {

  RecipeTried {
    rows = List.copyOf(rows);
    fills = List.copyOf(fills);
    missing = List.copyOf(missing);
    skipped = List.copyOf(skipped);
  }

  /** A posting; what it does not say is empty. */
  record Row(String title, String url, String facts) {}

  /** A field. */
  record Fill(String name, int percent, String counted, String example) {}
}
