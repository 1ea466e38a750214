package dev.peregrine.host.home;

import dev.peregrine.host.pipeline.Counts;
import dev.peregrine.host.pipeline.JobRow;
import dev.peregrine.host.pipeline.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says where things stand and what is next. */
final class Steps {

  /** A posting takes about twenty seconds to decide. */
  private static final int A_MINUTE = 3;

  private static final int AT_MOST_MINUTES = 15;

  private Steps() {}

  static List<HomePage.Step> path(Counts counts) {
    long found = counts.foundSince24h();
    long talking =
        counts.of(Stage.SURVEY) + counts.of(Stage.PHONE_SCREEN) + counts.of(Stage.INTERVIEWING);
    long offers = counts.of(Stage.OFFER) + counts.of(Stage.HIRED);
    return List.of(
        new HomePage.Step(
            "To review",
            counts.of(Stage.PENDING),
            found > 0 ? "%,d found today".formatted(found) : "",
            "/review",
            found > 0),
        new HomePage.Step("Approved", counts.of(Stage.APPROVED), "", list(Stage.APPROVED), false),
        new HomePage.Step("Applied", counts.of(Stage.APPLIED), "", list(Stage.APPLIED), false),
        new HomePage.Step("Talking", talking, "", list(busiest(counts)), false),
        new HomePage.Step("Offer", offers, "", list(Stage.OFFER), false));
  }

  private static Stage busiest(Counts counts) {
    return Stream.of(Stage.INTERVIEWING, Stage.PHONE_SCREEN, Stage.SURVEY)
        .filter(stage -> counts.of(stage) > 0)
        .findFirst()
        .orElse(Stage.INTERVIEWING);
  }

  private static String list(Stage stage) {
    return "/review?view=list&stage=" + stage.key();
  }

  static TodayPart today(
      Counts counts,
      Optional<JobRow> best,
      boolean hasProfile,
      boolean hasResume,
      Optional<String> obstacle,
      long waitingPlugins,
      boolean running) {
    var next = new ArrayList<HomePage.ToDo>();
    var then = new ArrayList<HomePage.ToDo>();
    long pending = counts.of(Stage.PENDING);
    if (!hasProfile) {
      next.add(
          new HomePage.ToDo(
              "1 min",
              "Say what you look for",
              "Then Peregrine can search the boards for you.",
              "Begin",
              "/setup/quick"));
    } else if (pending > 0) {
      next.add(review(pending, best));
    } else if (running) {
      next.add(
          new HomePage.ToDo(
              "Now", "Boards are being read", "Jobs appear here as they are found.", "", ""));
    } else {
      next.add(
          new HomePage.ToDo("1 min", "Find new jobs", "Nothing waits for a decision.", "find", ""));
    }
    if (counts.of(Stage.APPROVED) > 0) {
      long approved = counts.of(Stage.APPROVED);
      then.add(
          new HomePage.ToDo(
              "5 min",
              approved == 1
                  ? "Apply for the job you approved"
                  : "Apply for the %,d jobs you approved".formatted(approved),
              "Open the posting, apply there, then mark it as applied.",
              "Open",
              list(Stage.APPROVED)));
    }
    if (!hasResume) {
      then.add(
          new HomePage.ToDo(
              "2 min",
              "Add your résumé",
              "Then each job says how well it fits, and why. It stays on this computer.",
              "Add it",
              "/profile#add"));
    }
    obstacle.ifPresent(
        why ->
            then.add(
                new HomePage.ToDo(
                    "1 min", "Jobs are not scored just now", why, "Plugins", "/plugins")));
    if (waitingPlugins > 0) {
      then.add(
          new HomePage.ToDo(
              "1 min",
              waitingPlugins == 1
                  ? "A new plugin waits for your decision"
                  : "%d new plugins wait for your decision".formatted(waitingPlugins),
              "It does not run before you say so.",
              "Look at it",
              "/plugins"));
    }
    return new TodayPart(path(counts), lede(pending, hasProfile, running), next, then);
  }

  private static HomePage.ToDo review(long pending, Optional<JobRow> best) {
    long minutes = Math.clamp((pending + A_MINUTE - 1) / A_MINUTE, 1, AT_MOST_MINUTES);
    String sentence =
        best.map(
                    row ->
                        "First: "
                            + row.title()
                            + row.company().map(c -> ", " + c).orElse("")
                            + ". ")
                .orElse("")
            + "Stop whenever you want; the order is kept.";
    return new HomePage.ToDo(
        minutes + " min",
        pending == 1 ? "Review 1 job" : "Review %,d jobs".formatted(pending),
        sentence,
        "Start",
        "/review");
  }

  private static String lede(long pending, boolean hasProfile, boolean running) {
    if (!hasProfile) {
      return "Say what you look for, and the search begins.";
    }
    if (pending > 0) {
      return "Best matches first. Everything else can wait.";
    }
    return running
        ? "The boards are being read. You need not wait here."
        : "Nothing waits for you.";
  }
}
