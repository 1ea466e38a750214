package dev.peregrine.host.tailoring;

import dev.peregrine.host.resumes.ResumeDocument;
import java.util.List;

/**
 * The résumé that goes to an employer.
 *
 * @param resume the lane
 * @param name of the lane
 * @param version of the lane
 * @param document with the changes in it
 * @param changes those that the person accepted and that are in it
 */
public record TailoredResume(
    long resume, String name, int version, ResumeDocument document, List<Change> changes) {

  public TailoredResume {
    changes = List.copyOf(changes);
  }

  /** Whether it differs from the lane. */
  public boolean isTailored() {
    return !changes.isEmpty();
  }
}
