package dev.peregrine.host.person;

import dev.peregrine.host.resumes.Evidence;
import dev.peregrine.host.resumes.ParsedResume;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.ResumeJson;
import dev.peregrine.host.resumes.SourceLine;
import dev.peregrine.host.scoring.ResumeFile;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the reader found in a file, as it is kept with it.
 *
 * @param document as JSON Resume
 */
record Reading(
    Map<String, Object> document,
    List<SourceLine> lines,
    List<Evidence> found,
    List<String> warnings) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();
  private static final Reading NONE = new Reading(Map.of(), List.of(), List.of(), List.of());

  /** Below this the person should look. */
  private static final double SURE = 0.8;

  static String json(ParsedResume parsed) {
    return JSON.writeValueAsString(
        new Reading(
            ResumeJson.of(parsed.document()), parsed.lines(), parsed.found(), parsed.warnings()));
  }

  static Reading of(ResumeFile file) {
    try {
      Reading read = JSON.readValue(file.reading(), Reading.class);
      return read.found() == null || read.lines() == null || read.warnings() == null ? NONE : read;
    } catch (JacksonException olderShape) {
      return NONE;
    }
  }

  ResumeDocument resume() {
    return ResumeJson.read(JSON.writeValueAsString(document)).orElse(ResumeDocument.EMPTY);
  }

  /** What the reader was unsure of. */
  List<Evidence> doubts() {
    return doubts(found);
  }

  static List<Evidence> doubts(List<Evidence> found) {
    return found.stream().filter(evidence -> evidence.confidence() <= SURE).toList();
  }
}
