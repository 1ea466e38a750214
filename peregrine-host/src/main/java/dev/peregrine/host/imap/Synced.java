package dev.peregrine.host.imap;

import java.util.List;

/**
 * What came of reading a mailbox.
 *
 * @param fresh how many mails are new
 * @param gone how many the server has no longer
 * @param held how many of the window it has
 * @param folders how many folders were read
 * @param problems of single folders, as sentences
 */
public record Synced(int fresh, int gone, long held, int folders, List<String> problems) {

  public Synced {
    problems = List.copyOf(problems);
  }

  /** As the person reads it in the list of tasks. */
  public String sentence() {
    String read =
        "%s, %,d of the window in %s.%s"
            .formatted(
                fresh == 0 ? "Nothing new" : fresh == 1 ? "1 new mail" : fresh + " new mails",
                held,
                folders == 1 ? "1 folder" : folders + " folders",
                gone == 0 ? "" : " %,d are no longer there.".formatted(gone));
    return problems.isEmpty() ? read : read + " " + String.join(" ", problems);
  }
}
