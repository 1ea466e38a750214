package dev.peregrine.host.home;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.discovery.RunView;
import dev.peregrine.host.pipeline.Counts;
import dev.peregrine.host.pipeline.JobRow;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.reminders.Reminder;
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
            t("home.to-review"),
            counts.of(Stage.PENDING),
            found > 0 ? t("home.found-today", "found", found) : "",
            "/review",
            found > 0),
        new HomePage.Step(t("home.approved"), counts.of(Stage.APPROVED), "", "/apply", false),
        new HomePage.Step(
            t("home.applied"), counts.of(Stage.APPLIED), "", list(Stage.APPLIED), false),
        new HomePage.Step(t("home.talking"), talking, "", list(busiest(counts)), false),
        new HomePage.Step(t("home.offer"), offers, "", list(Stage.OFFER), false));
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
      Optional<RunView> latest,
      List<Reminder> due) {
    boolean running = latest.filter(run -> run.finished().isEmpty()).isPresent();
    Optional<Setback> setback = latest.flatMap(Setback::of);
    var next = new ArrayList<HomePage.ToDo>();
    var then = new ArrayList<HomePage.ToDo>();
    long pending = counts.of(Stage.PENDING);
    if (!hasProfile) {
      next.add(
          new HomePage.ToDo(
              t("home.minutes", "count", 1),
              t("home.say-what-you-look"),
              t("home.then-peregrine-can-search"),
              t("home.begin"),
              "/setup/quick"));
    } else if (pending > 0) {
      next.add(review(pending, best));
    } else if (running) {
      next.add(
          new HomePage.ToDo(
              t("home.now"), t("home.boards-being-read"), t("home.jobs-appear-here-as"), "", ""));
    } else {
      next.add(
          new HomePage.ToDo(
              t("home.minutes", "count", 1),
              setback.map(Setback::title).orElseGet(() -> t("home.find-new-jobs")),
              setback.map(Setback::advice).orElseGet(() -> t("home.nothing-waits-for-decision")),
              "find",
              ""));
    }
    due.stream().findFirst().ifPresent(first -> then.add(due(first, due.size() - 1)));
    if (counts.of(Stage.APPROVED) > 0) {
      long approved = counts.of(Stage.APPROVED);
      then.add(
          new HomePage.ToDo(
              t("home.minutes", "count", 5),
              t("home.apply-for-approved", "count", approved),
              t("home.open-posting-apply-there"),
              t("home.open"),
              "/apply"));
    }
    if (!hasResume) {
      then.add(
          new HomePage.ToDo(
              t("home.minutes", "count", 2),
              t("home.add-your-resume"),
              t("home.then-each-job-says"),
              t("home.add"),
              "/profile#add"));
    }
    obstacle.ifPresent(
        why ->
            then.add(
                new HomePage.ToDo(
                    t("home.minutes", "count", 1),
                    t("home.jobs-not-scored-just"),
                    why,
                    t("home.plugins"),
                    "/plugins")));
    if (waitingPlugins > 0) {
      then.add(
          new HomePage.ToDo(
              t("home.minutes", "count", 1),
              t("home.new-plugins", "count", waitingPlugins),
              t("home.does-not-run-before"),
              t("home.look-at"),
              "/plugins"));
    }
    return new TodayPart(path(counts), lede(pending, hasProfile, running, setback), next, then);
  }

  private static HomePage.ToDo due(Reminder first, int more) {
    String why = first.why();
    return new HomePage.ToDo(
        t("home.minutes", "count", first.minutes()),
        first.title(),
        more > 0 ? t("home.due-and-more", "why", why, "count", more) : why,
        t("home.today-all"),
        "/today");
  }

  private static HomePage.ToDo review(long pending, Optional<JobRow> best) {
    long minutes = Math.clamp((pending + A_MINUTE - 1) / A_MINUTE, 1, AT_MOST_MINUTES);
    String sentence =
        best.map(row -> first(row) + " ").orElse("") + t("home.stop-whenever-you-want");
    return new HomePage.ToDo(
        t("home.minutes", "count", minutes),
        t("home.review-jobs", "count", pending),
        sentence,
        t("home.start"),
        "/review");
  }

  private static String first(JobRow row) {
    return row.company()
        .map(company -> t("home.first-at", "title", row.title(), "company", company))
        .orElseGet(() -> t("home.first", "title", row.title()));
  }

  private static String lede(
      long pending, boolean hasProfile, boolean running, Optional<Setback> setback) {
    if (!hasProfile) {
      return t("home.say-and-search-begins");
    }
    if (pending > 0) {
      return t("home.best-matches-first-everything");
    }
    if (running) {
      return t("home.boards-read-need-not-wait");
    }
    return setback.map(Setback::lede).orElseGet(() -> t("home.nothing-waits-for-you"));
  }
}
