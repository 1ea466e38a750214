package dev.peregrine.host.scoring;

import java.util.Optional;

/**
 * What a version of a résumé is made of.
 *
 * @param text what is scored
 * @param document as JSON Resume; {@code {}} where there is none
 * @param sourceName name of the file, or what else the person gave
 * @param file a file that came just now; empty keeps the one before
 */
public record ResumeContent(
    Resume.Origin origin,
    String text,
    String document,
    String sourceName,
    Optional<ResumeFile> file) {

  /** Plain text that nobody has looked at yet. */
  public static ResumeContent text(String text, String sourceName) {
    return new ResumeContent(Resume.Origin.GIVEN, text, "{}", sourceName, Optional.empty());
  }
}
