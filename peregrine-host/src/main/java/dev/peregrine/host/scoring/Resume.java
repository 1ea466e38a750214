package dev.peregrine.host.scoring;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * One of the person's résumés, in one of its versions.
 *
 * @param id of the résumé, whatever its version
 * @param name by which the person and search profiles call it
 * @param main whether it counts where none is named
 * @param version grows with each save
 * @param origin how this version came to be
 * @param text what is scored
 * @param sourceName name of the file it came from, or what else the person gave
 * @param hash of the text
 * @param document as JSON Resume; {@code {}} where it came as text alone
 * @param file the original, if it came as one
 * @param stored when
 */
public record Resume(
    long id,
    String name,
    boolean main,
    int version,
    Origin origin,
    String text,
    String sourceName,
    String hash,
    String document,
    OptionalLong file,
    Instant stored) {

  /** How a version came to be. */
  public enum Origin {
    GIVEN,
    EDITED,
    MERGED,
    RESTORED
  }
}
