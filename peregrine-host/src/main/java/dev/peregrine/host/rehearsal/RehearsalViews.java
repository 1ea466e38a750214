package dev.peregrine.host.rehearsal;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.practice.Criterion;
import dev.peregrine.host.practice.InterviewState;
import dev.peregrine.host.practice.Material;
import dev.peregrine.host.practice.Rating;
import dev.peregrine.host.practice.Session;
import dev.peregrine.host.practice.SessionPlan;
import dev.peregrine.host.practice.Theme;
import dev.peregrine.host.practice.Turn;
import dev.peregrine.host.rehearsal.SessionPage.Line;
import dev.peregrine.host.rounds.RoundKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How sessions, questions and ratings are said. */
final class RehearsalViews {

  private static final int WORDS_A_MINUTE = 130;

  private RehearsalViews() {}

  static String kind(RoundKind kind) {
    return t("practice.kind-" + kind.key());
  }

  static String level(int level) {
    return t("practice.level-" + level);
  }

  /** Which question it is; empty before the first. */
  static String progress(Session session) {
    return session.turns().isEmpty()
        ? ""
        : t(
            "practice.progress",
            "number",
            session.turns().size(),
            "total",
            session.plan().questions());
  }

  /** How long an answer was, and would be when spoken. */
  static String length(Turn turn) {
    int words = turn.answer().isBlank() ? 0 : turn.answer().strip().split("\\s+").length;
    Duration spoken = Duration.ofSeconds(Math.round(words * 60.0 / WORDS_A_MINUTE));
    String said = t("practice.length", "words", words, "time", clock(spoken));
    return turn.time().isZero()
        ? said
        : said + " " + t("practice.it-took", "time", clock(turn.time()));
  }

  static String clock(Duration time) {
    return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
  }

  static DraftPart draft(Turn turn, boolean saved, String theirs) {
    return new DraftPart(turn.id(), turn.version(), saved ? t("practice.draft-kept") : "", theirs);
  }

  static SessionPage.QuestionCard card(
      Session session,
      Turn turn,
      Material material,
      List<SessionPage.StoryLink> stories,
      boolean isRead) {
    return new SessionPage.QuestionCard(
        turn.id(),
        isThemed(turn) ? turn.asked().theme().title() : "",
        turn.asked().question(),
        isThemed(turn) ? turn.asked().theme().hint() : "",
        turn.askedBy().isEmpty() ? "" : t("practice.asked-by", "model", turn.askedBy()),
        session.plan().asker() == SessionPlan.Asker.MODEL && turn.askedBy().isEmpty()
            || session.plan().weakOnly(),
        material.evidence(turn.asked().question(), turn.asked().demand()),
        stories,
        isRead ? turn.answer() : "");
  }

  /** What a model asks has no theme of its own. */
  private static boolean isThemed(Turn turn) {
    return !turn.asked().bank().isEmpty() || turn.asked().theme() == Theme.REAL;
  }

  static List<SessionPage.Measure> measures() {
    return Stream.of(Criterion.values())
        .map(
            criterion ->
                new SessionPage.Measure(
                    criterion.key(),
                    criterion.title(),
                    criterion.asks(),
                    IntStream.rangeClosed(1, Rating.MOST)
                        .mapToObj(level -> new SessionPage.Level(level, level(level)))
                        .toList()))
        .toList();
  }

  static SessionPage.RatedCard rated(Session session, Turn turn, Rating rating, Material material) {
    return new SessionPage.RatedCard(
        turn.answer(),
        length(turn),
        rating.by() == Rating.By.SELF
            ? t("practice.rated-by-you")
            : t("practice.rated-by", "model", rating.backend()),
        rating.summary(),
        rating.points().stream().map(RehearsalViews::line).toList(),
        material.notInResume(turn.answer()),
        session.turns().size() < session.plan().questions()
            ? t("practice.next-question")
            : t("practice.to-the-end"));
  }

  private static Line line(Rating.Point point) {
    return line(
        point.criterion(),
        point.level(),
        point.sentence(),
        point.quote(),
        point.isWeak() ? point.criterion().advice() : "");
  }

  private static Line line(
      Criterion criterion, int level, String sentence, String quote, String advice) {
    return new Line(
        criterion.title(),
        level,
        level(level),
        level <= 2 ? "caution" : "positive",
        sentence,
        quote,
        advice);
  }

  static SessionPage.OverCard over(Session session) {
    List<Line> means =
        session.means().entrySet().stream()
            .map(
                entry -> {
                  int level = (int) Math.round(entry.getValue());
                  return line(
                      entry.getKey(), level, "", "", level <= 2 ? entry.getKey().advice() : "");
                })
            .toList();
    return new SessionPage.OverCard(
        t("practice.over-about", "answered", session.answered(), "asked", session.turns().size()),
        means,
        session.turns().stream()
            .filter(turn -> turn.rating().map(Rating::isWeak).orElse(false))
            .map(turn -> turn.asked().question())
            .distinct()
            .toList());
  }

  /** What was said before what is on the page now. */
  static List<SessionPage.Said> earlier(Session session, boolean all) {
    List<Turn> turns = session.turns();
    return turns.stream()
        .limit(all ? turns.size() : Math.max(0, turns.size() - 1))
        .map(
            turn ->
                new SessionPage.Said(
                    turn.asked().question(),
                    turn.state() == Turn.State.SKIPPED
                        ? t("practice.skipped")
                        : turn.answer().isBlank() ? t("practice.no-answer") : turn.answer(),
                    turn.rating().map(RehearsalViews::inShort).orElse("")))
        .toList();
  }

  private static String inShort(Rating rating) {
    return rating.points().stream()
        .map(point -> point.criterion().title() + ": " + level(point.level()))
        .collect(Collectors.joining(" · "));
  }

  static ModelPart model(String path, Optional<InterviewState> state, String token) {
    if (state.isEmpty()) {
      return ModelPart.nothing(path, token);
    }
    InterviewState now = state.get();
    boolean rates = now.doing() == InterviewState.Doing.RATES;
    if (!now.isUnderWay()) {
      String why = now.error().isEmpty() ? t("practice.model-broke") : now.error();
      return new ModelPart(path, now.task(), "", "", why, rates, token);
    }
    String who = now.backend();
    String doing =
        who.isEmpty()
            ? t("practice.model-waits")
            : rates
                ? t("practice.model-rates", "model", who)
                : t("practice.model-asks", "model", who);
    return new ModelPart(path, now.task(), doing, now.text(), "", rates, token);
  }
}
