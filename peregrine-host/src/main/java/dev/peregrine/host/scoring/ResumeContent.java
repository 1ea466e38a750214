package dev.peregrine.host.scoring;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a version of a résumé is made of.
 *
 * @param text what is scored
 * @param document as JSON Resume; {@code {}} where there is none
 * @param sourceName name of the file, or what else the person gave
 * @param file a file that came just now; without either the one before stays
 * @param keptFile the number of one that {@link Resumes#keep} keeps
 */
public record ResumeContent(
    Resume.Origin origin,
    String text,
    String document,
    String sourceName,
    Optional<ResumeFile> file,
    OptionalLong keptFile) {

  /** Plain text that nobody has looked at yet. */
  public static ResumeContent text(String text, String sourceName) {
    return new ResumeContent(
        Resume.Origin.GIVEN, text, "{}", sourceName, Optional.empty(), OptionalLong.empty());
  }
}
