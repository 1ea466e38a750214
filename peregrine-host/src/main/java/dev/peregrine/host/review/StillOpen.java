package dev.peregrine.host.review;

import dev.peregrine.host.liveness.Opening;
import dev.peregrine.host.web.Times;
import java.util.Optional;

/**
 * Whether a posting is still open, as the job's page says it.
 *
 * @param said in a few words
 * @param evidence what was seen; empty where nobody looked
 * @param when it was looked; empty where nobody did
 */
record StillOpen(String said, String evidence, String when) {

  static StillOpen of(Optional<Opening> opening, Times times) {
    return opening
        .map(
            found -> new StillOpen(said(found.state()), found.evidence(), times.moment(found.at())))
        .orElse(new StillOpen("Nobody has looked yet.", "", ""));
  }

  private static String said(Opening.State state) {
    return switch (state) {
      case OPEN -> "Still open.";
      case PROBABLY_CLOSED -> "Probably closed; a second look will tell.";
      case CLOSED -> "Closed: two looks found it gone.";
      case UNCERTAIN -> "Uncertain: it could not be seen.";
    };
  }
}
