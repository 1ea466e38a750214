package dev.peregrine.host.calendar;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.invitations.Invitation;
import dev.peregrine.host.invitations.Meeting;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.RoundKind;
import dev.peregrine.host.rounds.RoundPlan;
import dev.peregrine.host.rounds.RoundWords;
import dev.peregrine.host.web.Times;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How an invitation is shown before it is taken. */
record InvitationViews(Times times) {

  InvitationPage.Event event(int number, Meeting meeting) {
    Meeting.Deed deed = meeting.deed();
    RoundPlan plan = meeting.plan(meeting.kind());
    Optional<Round> mine = meeting.known().filter(round -> round.job() == meeting.job());
    return new InvitationPage.Event(
        number,
        RoundWords.what(plan),
        said(deed),
        switch (deed) {
          case ADD, CHANGE, CALL_OFF -> true;
          case OLD, SAME, ELSEWHERE, NOTHING_TO_CALL_OFF -> false;
        },
        mine.map(Round::version).orElse(0),
        deed == Meeting.Deed.ELSEWHERE
            ? meeting.known().map(round -> RoundsPage.path(round.job())).orElse("")
            : "",
        notes(meeting.invitation()),
        deed == Meeting.Deed.ELSEWHERE ? List.of() : facts(mine.map(Round::plan), plan),
        deed == Meeting.Deed.ADD
            ? Arrays.stream(RoundKind.values())
                .map(kind -> new RoundsPage.Choice(kind.key(), RoundWords.kind(kind)))
                .toList()
            : List.of(),
        meeting.kind().key());
  }

  private static String said(Meeting.Deed deed) {
    return switch (deed) {
      case ADD -> t("calendar.would-add");
      case CHANGE -> t("calendar.would-change");
      case CALL_OFF -> t("calendar.would-call-off");
      case OLD -> t("calendar.is-old");
      case SAME -> t("calendar.is-same");
      case ELSEWHERE -> t("calendar.is-elsewhere");
      case NOTHING_TO_CALL_OFF -> t("calendar.nothing-to-call-off");
    };
  }

  /** What the person should look at twice. */
  private List<String> notes(Invitation read) {
    var notes = new ArrayList<String>();
    switch (read.zone()) {
      case SAID -> {}
      case RECKONED -> notes.add(t("calendar.zone-reckoned"));
      case ASSUMED -> notes.add(t("calendar.zone-assumed"));
    }
    if (read.wholeDay().isPresent()) {
      notes.add(t("calendar.whole-day"));
    }
    if (read.repeats()) {
      notes.add(t("calendar.repeats"));
    }
    if (read.start().map(at -> at.toInstant().isBefore(times.now())).orElse(false)) {
      notes.add(t("calendar.in-the-past"));
    }
    return notes;
  }

  private List<InvitationPage.Fact> facts(Optional<RoundPlan> before, RoundPlan now) {
    return Stream.of(
            fact(t("rounds.when"), before.map(this::when), when(now)),
            fact(t("rounds.place"), before.map(InvitationViews::place), place(now)),
            fact(t("rounds.link"), before.map(InvitationViews::link), link(now)),
            fact(t("rounds.people"), before.map(InvitationViews::people), people(now)),
            fact(
                t("rounds.how-certain"),
                before.map(plan -> RoundWords.state(plan.state())),
                RoundWords.state(now.state())))
        .filter(fact -> !fact.now().isEmpty() || !fact.before().isEmpty())
        .toList();
  }

  private static InvitationPage.Fact fact(String label, Optional<String> before, String now) {
    return new InvitationPage.Fact(label, before.filter(text -> !text.equals(now)).orElse(""), now);
  }

  private String when(RoundPlan plan) {
    return RoundWords.whole(plan, times)
        .map(
            here ->
                RoundWords.there(plan, times).map(there -> here + " (" + there + ")").orElse(here))
        .orElseGet(() -> t("rounds.no-date-yet"));
  }

  private static String place(RoundPlan plan) {
    return plan.place().orElse("");
  }

  private static String link(RoundPlan plan) {
    return plan.link().map(URI::toString).orElse("");
  }

  private static String people(RoundPlan plan) {
    return String.join(", ", plan.people());
  }
}
