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
    List<String> lost) {}
