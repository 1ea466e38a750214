package dev.peregrine.host.pipeline;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.pipeline.JobEventMapper.EventData;
import dev.peregrine.host.pipeline.VerdictMapper.ToldData;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person reads of decisions and events. */
final class Wording {

  private Wording() {}

  /** One job by its title and company, several by their number. */
  static String jobs(int count, String title, @Nullable String company) {
    if (count != 1) {
      return t("pipeline.jobs", "count", count);
    }
    return company == null ? title : title + ", " + company;
  }

  static String moved(Stage to, @Nullable String ending, String jobs) {
    return switch (to) {
      case PENDING -> t("pipeline.put-back", "jobs", jobs);
      case APPROVED -> t("pipeline.approved-jobs", "jobs", jobs);
      case ARCHIVED -> t("pipeline.archived-jobs", "jobs", jobs);
      case REJECTED -> t("pipeline.ended-jobs", "jobs", jobs, "ending", ending(ending));
      case APPLIED -> t("pipeline.applied-jobs", "jobs", jobs);
      case SURVEY, PHONE_SCREEN, INTERVIEWING, OFFER, HIRED ->
          t("pipeline.moved-jobs", "jobs", jobs, "stage", to.key());
    };
  }

  static String shown(String jobs) {
    return t("pipeline.put-back", "jobs", jobs);
  }

  static String verdict(ToldData told) {
    String other = jobs(1, told.title(), told.company());
    if (told.kind().equals("same")) {
      return t("pipeline.joined", "other", other);
    }
    return told.isOther()
        ? t("pipeline.split-from", "other", other)
        : t("pipeline.split", "other", other);
  }

  static String undone(String label) {
    return t("pipeline.undone", "label", label);
  }

  static String event(
      EventData data, Optional<Stage> from, Optional<Stage> to, Optional<String> reason) {
    String because = reason.map(text -> ": " + text).orElse("");
    return switch (data.kind()) {
      case "entered" -> t("pipeline.found");
      case "hidden" ->
          reason
              .map(text -> t("pipeline.found-and-hidden-by", "rule", text))
              .orElseGet(() -> t("pipeline.found-and-hidden"));
      case "shown" ->
          t(
              "pipeline.shown-although",
              "rule",
              String.valueOf(data.fromRule()),
              "detail",
              String.valueOf(data.fromDetail()));
      case "undone" ->
          to.map(stage -> t("pipeline.undone-again", "stage", stage.key()))
              .orElseGet(() -> t("pipeline.event-undone"));
      default ->
          to.map(stage -> past(from, stage, ending(data.ending()))).orElse(data.kind()) + because;
    };
  }

  private static String ending(@Nullable String key) {
    return key == null ? Ending.REJECTED.key() : key;
  }

  private static String past(Optional<Stage> from, Stage to, String ending) {
    if (to == Stage.REJECTED && from.equals(Optional.of(Stage.REJECTED))) {
      return t("pipeline.ending-changed", "ending", ending);
    }
    return to == Stage.REJECTED
        ? from.filter(stage -> stage != Stage.PENDING && stage != Stage.APPROVED)
            .map(stage -> t("pipeline.ended-after", "stage", stage.key(), "ending", ending))
            .orElseGet(() -> t("pipeline.rejected-in-review"))
        : t("pipeline.past", "stage", to.key());
  }
}
