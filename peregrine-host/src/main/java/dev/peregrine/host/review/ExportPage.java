package dev.peregrine.host.review;

import dev.peregrine.host.web.Shell;
import java.util.List;
import java.util.Map;

/**
 * A list that is to become a file.
 *
 * @param about how many jobs there are in it
 * @param narrowed the filters in words
 * @param fields what the list was asked for, to be asked for again
 * @param back the list
 */
record ExportPage(
    Shell shell,
    String about,
    List<String> narrowed,
    List<Choice> formats,
    Map<String, String> fields,
    String back) {

  /** A format. */
  record Choice(String key, String label) {}
}
