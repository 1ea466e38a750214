package dev.peregrine.host.interviews;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.contacts.LastContact;
import dev.peregrine.host.pipeline.Entered;
import dev.peregrine.host.pipeline.JobRow;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.review.Words;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.web.Times;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes tiles out of what is known of applications. */
record Tiles(
    Interviews interviews,
    Map<Long, JobRow> rows,
    Map<Long, Round> next,
    Map<Long, LastContact> contacts,
    long firstOfAll,
    long moved,
    Times times) {

  List<Tile> of(List<Entered> some) {
    return some.stream().filter(each -> rows.containsKey(each.job())).map(this::tile).toList();
  }

  private Tile tile(Entered entered) {
    JobRow row = Objects.requireNonNull(rows.get(entered.job()));
    Optional<Round> round = Optional.ofNullable(next.get(row.id()));
    return new Tile(
        row.id(),
        entered.stage().key(),
        row.title(),
        company(row),
        entered.stage() == Stage.SURVEY ? Words.stage(Stage.SURVEY) : "",
        facts(row),
        round.map(found -> NextDates.of(found, times)),
        round.isPresent() ? "" : clock(entered),
        Optional.ofNullable(contacts.get(row.id())).map(this::contact).orElse(""),
        step(row.id(), entered.stage(), round),
        row.id() == firstOfAll,
        row.id() == moved);
  }

  private static String company(JobRow row) {
    String name = row.company().orElseGet(() -> t("interviews.no-company"));
    return row.place().isEmpty() && row.remote().isEmpty()
        ? name
        : name + " · " + Words.place(row.place(), row.remote());
  }

  private static String facts(JobRow row) {
    return Stream.of(
            row.score().map(score -> t("interviews.match", "number", Math.round(score))).orElse(""),
            row.salary().isEmpty() ? "" : Words.pay(row.salary()))
        .filter(said -> !said.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private String clock(Entered entered) {
    String ago = times.ago(entered.at());
    return switch (entered.stage()) {
      case APPLIED -> t("interviews.sent", "ago", ago);
      case SURVEY -> t("interviews.survey-since", "ago", ago);
      case HIRED -> t("interviews.hired-since", "day", times.day(entered.at()));
      default -> t("interviews.there-since", "ago", ago);
    };
  }

  private String contact(LastContact last) {
    String ago = times.ago(last.at());
    return last.isTheirs()
        ? t("interviews.they-wrote", "who", last.who(), "ago", ago)
        : t("interviews.you-wrote", "who", last.who(), "ago", ago);
  }

  private Optional<Tile.Step> step(long job, Stage stage, Optional<Round> round) {
    boolean dated = round.flatMap(Round::start).isPresent();
    return switch (stage) {
      case SURVEY -> step(job, "survey", "interviews.step-survey");
      case PHONE_SCREEN, INTERVIEWING ->
          dated
              ? step(job, "prep", "interviews.step-prep")
              : step(job, "rounds", "interviews.step-date");
      case OFFER -> step(job, "offer", "interviews.step-offer");
      case PENDING, APPROVED, ARCHIVED, APPLIED, HIRED, REJECTED -> Optional.empty();
    };
  }

  private Optional<Tile.Step> step(long job, String tab, String label) {
    return interviews.has(tab)
        ? Optional.of(new Tile.Step(t(label), Interviews.path(job) + "/" + tab))
        : Optional.empty();
  }
}
