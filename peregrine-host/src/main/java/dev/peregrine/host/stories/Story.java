package dev.peregrine.host.stories;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something that the person tells in interviews.
 *
 * @param source the line of the résumé or the question that it was made of; empty for none
 * @param version grows with each save
 * @param suggestion what waits for the person
 * @param asking the task that asks a model, or did last
 */
public record Story(
    long id,
    StoryText text,
    String source,
    int version,
    Optional<Suggestion> suggestion,
    OptionalLong asking,
    Instant changed) {

  public String title() {
    return text.title();
  }
}
