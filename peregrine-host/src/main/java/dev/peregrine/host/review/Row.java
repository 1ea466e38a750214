package dev.peregrine.host.review;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.liveness.Opening;
import dev.peregrine.host.pipeline.JobRow;
import dev.peregrine.host.web.Times;
import java.time.Duration;
import java.util.Optional;

/** A job as the list shows it. */
record Row(
    long id,
    String title,
    String company,
    Match match,
    boolean isNew,
    String closed,
    String hidden,
    String applied,
    String place,
    String pay,
    String date,
    String board) {

  private static final Duration NEW = Duration.ofHours(24);

  static Row of(JobRow row, BoardNames boards, Times times, Optional<Opening> opening) {
    return new Row(
        row.id(),
        row.title(),
        row.company().orElseGet(() -> t("review.no-company")),
        Match.of(row.score(), row.unscorable()),
        row.hidden().isEmpty() && row.found().isAfter(times.now().minus(NEW)),
        Words.closed(opening),
        row.hidden().map(Words::hidden).orElse(""),
        row.applied().map(applied -> AppliedHint.of(applied, row.id(), times).text()).orElse(""),
        Words.place(row.place(), row.remote()),
        Words.pay(row.salary()),
        row.posted().map(times::ago).orElseGet(() -> times.ago(row.found())),
        row.boards() > 1 ? row.boards() + " boards" : boards.name(row.board()));
  }

  String named() {
    return title + ", " + company;
  }
}
