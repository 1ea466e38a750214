package dev.peregrine.host.pipeline;

import dev.peregrine.api.Posting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A job with all that is known of it.
 *
 * @param descriptionText the description without markup; empty where there is none
 * @param board the board of the posting's address: the employer's own page, or who had it first
 * @param rejectionStage where it stood when it was rejected; {@link Stage#PENDING} means that it
 *     was turned down in review. Empty unless rejected
 * @param ending how it ended; empty unless rejected
 * @param sightings the boards that have it, the first one first
 * @param applied whether the person applied for it, or for another of the same title there
 * @param events what happened to it, the oldest first
 */
public record Job(
    long id,
    Posting posting,
    String descriptionText,
    String board,
    Stage stage,
    Optional<Stage> rejectionStage,
    Optional<Ending> ending,
    Instant found,
    Optional<Scored> scored,
    List<Sighting> sightings,
    List<JobEvent> events,
    Optional<Hidden> hidden,
    Optional<Applied> applied) {

  public Job {
    sightings = List.copyOf(sightings);
    events = List.copyOf(events);
  }
}
