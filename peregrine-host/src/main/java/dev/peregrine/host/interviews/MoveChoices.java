package dev.peregrine.host.interviews;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.pipeline.Ending;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.review.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where an application can go from where it was drawn.
 *
 * @param from the stage at which it was drawn; the form posts it, so that a stale one is told
 * @param stages where it can go on to
 * @param endings how it can end
 * @param after the stages after which it can have ended, the present one first
 */
public record MoveChoices(
    String from, List<Choice> stages, List<Choice> endings, List<Choice> after) {

  /** One of several. */
  public record Choice(String key, String label) {}

  static final List<Stage> STAGES =
      List.of(
          Stage.APPLIED,
          Stage.SURVEY,
          Stage.PHONE_SCREEN,
          Stage.INTERVIEWING,
          Stage.OFFER,
          Stage.HIRED);

  static MoveChoices of(Stage stage, Optional<Ending> ending) {
    var after = new ArrayList<Choice>();
    STAGES.stream()
        .filter(each -> each != Stage.HIRED)
        .map(MoveChoices::choice)
        .forEach(after::add);
    return new MoveChoices(
        stage.key(),
        STAGES.stream().filter(each -> each != stage).map(MoveChoices::choice).toList(),
        Arrays.stream(Ending.values())
            .filter(each -> !ending.equals(Optional.of(each)))
            .map(each -> new Choice(each.key(), t("interviews.end-" + each.key())))
            .toList(),
        after);
  }

  private static Choice choice(Stage stage) {
    return new Choice(stage.key(), Words.stage(stage));
  }
}
