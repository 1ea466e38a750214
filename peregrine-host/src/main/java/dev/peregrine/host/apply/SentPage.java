package dev.peregrine.host.apply;

import dev.peregrine.host.applications.Content;
import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * What was sent, as it was.
 *
 * @param applied the day
 * @param made when it was kept
 * @param takenBack whether the person took the decision back
 * @param letter the letter's paragraphs, each with its lines
 * @param resume how the résumé is named; empty where none went along
 * @param elsewhere where the documents are, too
 * @param lost names of files that are not there any more, or are not what they were
 */
record SentPage(
    Shell shell,
    long job,
    Content content,
    String applied,
    String made,
    boolean takenBack,
    boolean intact,
    String sha256,
    List<List<String>> letter,
    String letterPath,
    String resume,
    String resumePath,
    List<PaperLine> files,
    List<Elsewhere> elsewhere,
    List<String> lost) {

  /** A document at a store of the person's. */
  record Elsewhere(String store, String name, String link) {}
}
