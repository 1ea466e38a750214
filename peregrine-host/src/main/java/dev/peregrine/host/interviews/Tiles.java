package dev.peregrine.host.interviews;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.contacts.LastContact;
import dev.peregrine.host.offers.Offer;
import dev.peregrine.host.pipeline.Entered;
import dev.peregrine.host.pipeline.JobRow;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.reminders.Quiet;
import dev.peregrine.host.review.Words;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.web.Times;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes tiles out of what is known of applications. */
record Tiles(
    Interviews interviews,
    Map<Long, JobRow> rows,
    Map<Long, Round> next,
    Map<Long, LastContact> contacts,
    Map<Long, Quiet> quiet,
    Map<Long, Offer> offers,
    Map<Long, SignalPart> signals,
    long firstOfAll,
    long moved,
    Times times) {

  private static final int WORTH_A_WORD = 7;

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
        facts(row, offers.get(row.id())),
        round.map(found -> NextDates.of(found, times)),
        round.isPresent() ? "" : clock(entered),
        Optional.ofNullable(signals.get(row.id())),
        Optional.ofNullable(contacts.get(row.id())).map(this::contact).orElse(""),
        step(row.id(), entered.stage(), round),
        round.isEmpty() && silence(row.id()).map(Quiet::suggestsGhosted).orElse(false),
        row.id() == firstOfAll,
        row.id() == moved);
  }

  private static String company(JobRow row) {
    String name = row.company().orElseGet(() -> t("interviews.no-company"));
    return row.place().isEmpty() && row.remote().isEmpty()
        ? name
        : name + " · " + Words.place(row.place(), row.remote());
  }

  private static String facts(JobRow row, @Nullable Offer offer) {
    if (offer != null && offer.terms().amount().isPresent()) {
      return t("offers.is-a-year", "amount", Comparison.aYear(offer.terms()));
    }
    return Stream.of(
            row.score().map(score -> t("interviews.match", "number", Math.round(score))).orElse(""),
            row.salary().isEmpty() ? "" : Words.pay(row.salary()))
        .filter(said -> !said.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private String clock(Entered entered) {
    Optional<String> thinking =
        Optional.ofNullable(offers.get(entered.job()))
            .filter(offer -> entered.stage() == Stage.OFFER)
            .flatMap(offer -> offer.terms().answerBy())
            .map(this::toThink);
    if (thinking.isPresent()) {
      return thinking.get();
    }
    Optional<Quiet> silence = silence(entered.job());
    if (silence.isPresent()) {
      return t("interviews.quiet", "days", silence.get().days());
    }
    String ago = times.ago(entered.at());
    return switch (entered.stage()) {
      case APPLIED -> t("interviews.sent", "ago", ago);
      case SURVEY -> t("interviews.survey-since", "ago", ago);
      case HIRED -> t("interviews.hired-since", "day", times.day(entered.at()));
      default -> t("interviews.there-since", "ago", ago);
    };
  }

  private String toThink(LocalDate day) {
    long days = ChronoUnit.DAYS.between(times.today(), day);
    return days < 0 ? t("offers.over", "day", times.day(day)) : t("offers.left", "days", days);
  }

  /** A silence that is worth a word. */
  private Optional<Quiet> silence(long job) {
    return Optional.ofNullable(quiet.get(job)).filter(each -> each.days() >= WORTH_A_WORD);
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
      case APPLIED ->
          silence(job)
              .filter(silence -> !silence.suggestsGhosted())
              .flatMap(
                  silence -> step(job, "people", "?draft=follow_up#draft", "interviews.step-ask"));
      case OFFER ->
          offers.containsKey(job)
              ? step(job, "offer", "interviews.step-offer")
              : step(job, "offer", "interviews.step-note-offer");
      case PENDING, APPROVED, ARCHIVED, HIRED, REJECTED -> Optional.empty();
    };
  }

  private Optional<Tile.Step> step(long job, String tab, String label) {
    return step(job, tab, "", label);
  }

  private Optional<Tile.Step> step(long job, String tab, String where, String label) {
    return interviews.has(tab)
        ? Optional.of(new Tile.Step(t(label), Interviews.path(job) + "/" + tab + where))
        : Optional.empty();
  }
}
