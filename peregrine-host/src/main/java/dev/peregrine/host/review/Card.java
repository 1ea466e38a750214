package dev.peregrine.host.review;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.Posting;
import dev.peregrine.host.injections.InjectionHint;
import dev.peregrine.host.liveness.Opening;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Scored;
import dev.peregrine.host.pipeline.Sighting;
import dev.peregrine.host.texts.Lists;
import dev.peregrine.host.web.SafeHtml;
import dev.peregrine.host.web.Times;
import java.util.List;
import java.util.Optional;

/** A job as the stack shows it. */
record Card(
    long id,
    String title,
    String company,
    Match match,
    String place,
    String pay,
    String posted,
    String alsoOn,
    String closed,
    Optional<Origin> origin,
    Optional<AppliedHint> applied,
    Optional<InjectionHint> forMachines,
    SafeHtml description) {

  private static final int MARKED = 60;

  static Card of(
      Job job, BoardNames boards, Times times, Optional<Opening> opening, Optional<Origin> origin) {
    Posting posting = job.posting();
    Match match = Match.of(job.scored().map(Scored::score));
    return new Card(
        job.id(),
        posting.title(),
        posting.company().orElseGet(() -> t("review.no-company")),
        match,
        Words.place(posting.places(), posting.remote()),
        Words.pay(posting.salary()),
        posted(job, times),
        alsoOn(job, boards),
        Words.closed(opening),
        origin,
        job.applied().map(applied -> AppliedHint.of(applied, job.id(), times)),
        InjectionHint.of(posting),
        description(job, match));
  }

  static SafeHtml description(Job job, Match match) {
    return job.posting()
        .description()
        .map(text -> SafeHtml.marked(text, match.terms(MARKED), match.gaps()))
        .orElse(SafeHtml.EMPTY);
  }

  private static String posted(Job job, Times times) {
    Optional<String> types = Words.typesWithin(job.posting().employmentTypes());
    String when =
        job.posting()
            .posted()
            .map(day -> t("review.posted", "when", times.ago(day)))
            .orElseGet(() -> t("review.found", "when", times.ago(job.found())));
    return types.map(said -> when + " · " + said).orElse(when);
  }

  private static String alsoOn(Job job, BoardNames boards) {
    List<String> others =
        job.sightings().stream()
            .map(Sighting::board)
            .filter(board -> !board.equals(job.board()))
            .distinct()
            .map(boards::name)
            .toList();
    return others.isEmpty() ? "" : t("review.also-on", "boards", Lists.and(others));
  }
}
