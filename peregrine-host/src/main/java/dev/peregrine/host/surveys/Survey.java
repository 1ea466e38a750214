package dev.peregrine.host.surveys;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * A survey that an employer sent, for one job.
 *
 * @param company the employer's {@link dev.peregrine.host.pipeline.CompanyKey}; may be empty
 * @param mode how a model weighed its options last, or would
 * @param fromPictures whether it came as pictures
 * @param input its text; empty as long as pictures are not read
 * @param reportedScore what the employer told of the result; may be empty
 * @param version grows with each change of name, score or text
 * @param task that reads or weighs it, or did last
 */
public record Survey(
    long id,
    long job,
    String company,
    String name,
    SurveyMode mode,
    boolean fromPictures,
    String input,
    String reportedScore,
    int version,
    OptionalLong task,
    Instant made,
    List<SurveyPicture> pictures) {

  public Survey {
    pictures = List.copyOf(pictures);
  }
}
