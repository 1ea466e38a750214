package dev.peregrine.host.sources;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * One board and its past.
 *
 * @param about what the board is
 * @param reads its last readings, the newest first
 * @param fields what the postings of the last good reading say
 * @param fieldsOf of which reading that is
 */
record SourcePage(
    Shell shell,
    SourceCard source,
    String about,
    List<Read> reads,
    List<Field> fields,
    String fieldsOf) {

  /**
   * A reading.
   *
   * @param what went wrong; empty where nothing did
   * @param found how many, as text; a dash where there was nothing to count
   */
  record Read(String when, String what, String found, String fresh, String took) {}

  /** How many of a hundred postings say something. */
  record Field(String label, int percent) {}

  String token() {
    return shell.token();
  }
}
