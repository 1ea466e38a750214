package dev.peregrine.host.resumes;

import java.util.List;
import java.util.Optional;

/**
 * What was read from a file.
 *
 * @param document only what the file says
 * @param text all of it in reading order, as a plain extractor should see it
 * @param lines the same by lines, for showing source and result side by side
 * @param found one entry for each field of the document
 * @param warnings sentences for the person: what could not be read, and what to do
 */
public record ParsedResume(
    ResumeDocument document,
    String text,
    List<SourceLine> lines,
    List<Evidence> found,
    List<String> warnings) {

  public ParsedResume {
    lines = List.copyOf(lines);
    found = List.copyOf(found);
    warnings = List.copyOf(warnings);
  }

  /** Where a field was found, by its path such as {@code work[0].position}. */
  public Optional<Evidence> of(String path) {
    return found.stream().filter(evidence -> evidence.path().equals(path)).findFirst();
  }
}
