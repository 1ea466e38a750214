package dev.peregrine.host.practice;

import dev.peregrine.host.practice.PracticeMapper.SessionRow;
import dev.peregrine.host.practice.PracticeMapper.TurnRow;
import dev.peregrine.host.rounds.RoundKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Between rows and what they mean. */
final class PracticeRows {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PracticeRows() {}

  static Session session(SessionRow row, List<TurnRow> turns) {
    return new Session(
        row.id(),
        row.job(),
        new SessionPlan(
            RoundKind.of(row.kind()).orElse(RoundKind.OTHER),
            Locale.forLanguageTag(row.language()),
            SessionPlan.Asker.valueOf(row.asker().toUpperCase(Locale.ROOT)),
            Math.min(row.questions(), SessionPlan.MOST),
            row.timed(),
            row.weakOnly()),
        Instant.ofEpochMilli(row.made()),
        Optional.ofNullable(row.ended()).map(Instant::ofEpochMilli),
        turns.stream().map(PracticeRows::turn).toList());
  }

  static SessionRow row(long job, SessionPlan plan, Instant at) {
    return new SessionRow(
        0,
        job,
        plan.kind().key(),
        plan.language().toLanguageTag(),
        plan.asker().key(),
        plan.questions(),
        plan.timed(),
        plan.weakOnly(),
        at.toEpochMilli(),
        null);
  }

  static Turn turn(TurnRow row) {
    return new Turn(
        row.id(),
        row.position(),
        new Asked(
            row.bank(), Theme.of(row.theme()).orElse(Theme.CRAFT), row.demand(), row.question()),
        row.askedBy(),
        Turn.State.valueOf(row.state().toUpperCase(Locale.ROOT)),
        row.answer(),
        row.version(),
        Duration.ofSeconds(row.seconds()),
        Optional.ofNullable(row.rating()).map(text -> JSON.readValue(text, Rating.class)),
        row.settled(),
        Instant.ofEpochMilli(row.made()));
  }

  static TurnRow row(long session, int position, Asked asked, String by, Instant at) {
    return new TurnRow(
        0,
        session,
        position,
        asked.bank(),
        asked.theme().key(),
        asked.demand(),
        asked.question(),
        by,
        "open",
        "",
        1,
        0,
        null,
        false,
        at.toEpochMilli());
  }

  static WeakSpot spot(TurnRow row, SessionRow session) {
    return new WeakSpot(
        turn(row),
        Locale.forLanguageTag(session.language()),
        session.job(),
        Instant.ofEpochMilli(row.made()));
  }

  static String text(Rating rating) {
    return JSON.writeValueAsString(rating);
  }
}
