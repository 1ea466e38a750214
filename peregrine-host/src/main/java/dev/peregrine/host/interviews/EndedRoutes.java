package dev.peregrine.host.interviews;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.pipeline.EndedCount;
import dev.peregrine.host.pipeline.Ending;
import dev.peregrine.host.pipeline.Entered;
import dev.peregrine.host.pipeline.JobRow;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Visit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The applications that ended, by the stage after which they did and by how. */
final class EndedRoutes {

  private static final int PAGE = 50;
  private static final int MOST = 5_000;

  private final Jobs jobs;

  EndedRoutes(Jobs jobs) {
    this.jobs = jobs;
  }

  void add(RouteRegistry routes) {
    routes.get("/interviews/ended", this::show);
  }

  private void show(Visit visit) {
    Optional<Stage> after = MoveForm.stage(visit.value("after"));
    Optional<Ending> ending =
        Arrays.stream(Ending.values())
            .filter(each -> each.key().equals(visit.value("ending")))
            .findFirst();
    int size = (int) Math.clamp(visit.number("n").orElse(PAGE), PAGE, MOST);
    List<Entered> found = jobs.pursued().ended(after, ending, size + 1);
    List<Entered> shown = found.subList(0, Math.min(size, found.size()));
    Map<Long, JobRow> rows = jobs.pursued().rows(shown.stream().map(Entered::job).toList());
    Times times = visit.times();
    visit.show(
        new EndedPage(
            visit.shell(t("interviews.ended-title"), Interviews.MENU),
            stages(after, ending),
            endings(after, ending),
            shown.stream()
                .flatMap(
                    each ->
                        Optional.ofNullable(rows.get(each.job())).stream()
                            .map(row -> line(each, row, times)))
                .toList(),
            found.size() > size ? path(after, ending) + "&n=" + (size + 2 * PAGE) : ""));
  }

  private static EndedPage.Line line(Entered each, JobRow row, Times times) {
    return new EndedPage.Line(
        row.id(),
        row.title(),
        row.company().orElseGet(() -> t("interviews.no-company")),
        StageWords.said(each.stage(), each.after(), each.ending()),
        times.day(each.at()));
  }

  private static String path(Optional<Stage> after, Optional<Ending> ending) {
    return "/interviews/ended?after=%s&ending=%s"
        .formatted(after.map(Stage::key).orElse(""), ending.map(Ending::key).orElse(""));
  }

  private List<EndedPage.Chip> stages(Optional<Stage> after, Optional<Ending> ending) {
    List<EndedPage.Chip> chips = new ArrayList<>();
    chips.add(
        new EndedPage.Chip(
            t("interviews.all-stages"),
            count(each -> ending.isEmpty() || ending.get() == each.ending()),
            path(Optional.empty(), ending),
            after.isEmpty()));
    for (Stage stage : MoveChoices.STAGES) {
      long jobs =
          count(
              each -> each.after() == stage && (ending.isEmpty() || ending.get() == each.ending()));
      if (jobs > 0 || after.equals(Optional.of(stage))) {
        chips.add(
            new EndedPage.Chip(
                t("interviews.after", "stage", stage.key()),
                jobs,
                path(Optional.of(stage), ending),
                after.equals(Optional.of(stage))));
      }
    }
    return chips;
  }

  private List<EndedPage.Chip> endings(Optional<Stage> after, Optional<Ending> ending) {
    List<EndedPage.Chip> chips = new ArrayList<>();
    chips.add(
        new EndedPage.Chip(
            t("interviews.all-endings"),
            count(each -> after.isEmpty() || after.get() == each.after()),
            path(after, Optional.empty()),
            ending.isEmpty()));
    for (Ending how : Ending.values()) {
      chips.add(
          new EndedPage.Chip(
              t("interviews.how", "ending", how.key()),
              count(
                  each -> each.ending() == how && (after.isEmpty() || after.get() == each.after())),
              path(after, Optional.of(how)),
              ending.equals(Optional.of(how))));
    }
    return chips;
  }

  private long count(Predicate<EndedCount> which) {
    return jobs.pursued().endedCounts().stream().filter(which).mapToLong(EndedCount::jobs).sum();
  }
}
