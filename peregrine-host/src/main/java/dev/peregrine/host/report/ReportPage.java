package dev.peregrine.host.report;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * The report, as it will be.
 *
 * @param span how the period was chosen
 * @param period the same in words
 * @param authorities whose columns there are
 * @param problem why it cannot be written; empty for nothing
 * @param download where it is had; empty where it cannot be
 */
record ReportPage(
    Shell shell,
    List<Choice> span,
    String from,
    String to,
    String period,
    List<Choice> authorities,
    List<Choice> formats,
    List<String> headings,
    List<List<String>> rows,
    List<String> notes,
    String problem,
    String download) {

  /** Something to choose. */
  record Choice(String key, String label, boolean here) {}
}
