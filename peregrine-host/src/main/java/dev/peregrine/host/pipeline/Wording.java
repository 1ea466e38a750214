package dev.peregrine.host.pipeline;

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
      return count + " jobs";
    }
    return company == null ? title : title + ", " + company;
  }

  static String moved(Stage to, String jobs) {
    return switch (to) {
      case PENDING -> "Put " + jobs + " back to review";
      case APPROVED -> "Approved " + jobs;
      case ARCHIVED -> "Archived " + jobs;
      case REJECTED -> "Rejected " + jobs;
      case APPLIED -> "Marked " + jobs + " as applied";
      case SURVEY, PHONE_SCREEN, INTERVIEWING, OFFER, HIRED -> "Moved " + jobs + " to " + name(to);
    };
  }

  static String shown(String jobs) {
    return "Put " + jobs + " back to review";
  }

  static String verdict(ToldData told) {
    String other = jobs(1, told.title(), told.company());
    if (told.kind().equals("same")) {
      return "Joined by you with " + other;
    }
    return told.isOther() ? "Split off by you from " + other : "Split off by you: " + other;
  }

  static String undone(String label) {
    return "Undone: " + label;
  }

  static String event(
      EventData data, Optional<Stage> from, Optional<Stage> to, Optional<String> reason) {
    String because = reason.map(text -> ": " + text).orElse("");
    return switch (data.kind()) {
      case "entered" -> "Found";
      case "hidden" -> "Found and hidden" + reason.map(text -> " by rule " + text).orElse("");
      case "shown" -> "Shown although hidden by rule " + data.fromRule() + ": " + data.fromDetail();
      case "undone" -> "Undone" + to.map(stage -> ", " + name(stage) + " again").orElse("");
      default -> to.map(stage -> past(from, stage)).orElse(data.kind()) + because;
    };
  }

  private static String past(Optional<Stage> from, Stage to) {
    return switch (to) {
      case PENDING -> "Put back to review";
      case APPROVED -> "Approved";
      case ARCHIVED -> "Archived";
      case APPLIED -> "Applied";
      case SURVEY -> "Survey";
      case PHONE_SCREEN -> "Phone screen";
      case INTERVIEWING -> "Interviewing";
      case OFFER -> "Offer";
      case HIRED -> "Hired";
      case REJECTED ->
          from.filter(stage -> stage != Stage.PENDING && stage != Stage.APPROVED)
              .map(stage -> "Rejected after " + name(stage))
              .orElse("Rejected in review");
    };
  }

  private static String name(Stage stage) {
    return stage == Stage.PENDING ? "in review" : stage.key().replace('_', ' ');
  }
}
