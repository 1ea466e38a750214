package dev.peregrine.host.interviews;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.pipeline.Ending;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.review.Words;
import java.util.Optional;

/** How it is said where an application stands. */
final class StageWords {

  private StageWords() {}

  static String said(Stage stage, Optional<Stage> after, Optional<Ending> ending) {
    return ending
        .map(
            how ->
                t(
                    "interviews.ended",
                    "ending",
                    how.key(),
                    "stage",
                    after.orElse(Stage.PENDING).key()))
        .orElseGet(() -> Words.stage(stage));
  }

  /** The colour of its tag. */
  static String kind(Stage stage) {
    return switch (stage) {
      case OFFER, HIRED -> "positive";
      case REJECTED, ARCHIVED, PENDING -> "";
      case APPROVED, APPLIED, SURVEY, PHONE_SCREEN, INTERVIEWING -> "hue";
    };
  }
}
