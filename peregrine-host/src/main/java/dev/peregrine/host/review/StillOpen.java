package dev.peregrine.host.review;

import static dev.peregrine.host.texts.Texts.t;

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
        .orElseGet(() -> new StillOpen(t("review.nobody-looked"), "", ""));
  }

  private static String said(Opening.State state) {
    return switch (state) {
      case OPEN -> t("review.is-open");
      case PROBABLY_CLOSED -> t("review.is-probably-closed");
      case CLOSED -> t("review.is-closed");
      case UNCERTAIN -> t("review.is-uncertain");
    };
  }
}
