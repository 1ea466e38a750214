package dev.peregrine.host.apply;

import java.util.List;
import java.util.Optional;

/**
 * Documents for a job: what, how it looks, and how to have it.
 *
 * @param kinds letter, résumé or both
 * @param formats in which this kind can be written
 * @param templates empty where the format has only one look
 * @param name of the file; empty where there is none
 * @param download where the file is had; empty where there is none
 * @param problem why there is no document, as a sentence; empty where there is one
 * @param claims each with why it stands in the way
 * @param places that are still to be filled in
 * @param fix where the problem is mended; empty for nowhere
 * @param text the document, where it is text; empty otherwise
 * @param frame address of the document, where a browser can show it; empty otherwise
 */
record FilesPart(
    long job,
    List<Choice> kinds,
    List<Choice> formats,
    List<Choice> templates,
    List<Choice> papers,
    String name,
    String download,
    String problem,
    List<String> claims,
    List<String> places,
    Optional<Fix> fix,
    String text,
    String frame) {

  /** Something to choose. */
  record Choice(String key, String label, boolean here) {}

  record Fix(String label, String path) {}
}
