package dev.peregrine.host.calendar;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.interviews.Interviews;
import dev.peregrine.host.invitations.Invitation;
import dev.peregrine.host.invitations.InvitationException;
import dev.peregrine.host.invitations.Invitations;
import dev.peregrine.host.invitations.Meeting;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.RoundKind;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads an invitation that the person has as a file or a text, shows what it would change, and
 * changes that once they say so.
 */
public final class InvitationRoutes implements Routes {

  private static final String HERE = "/interviews/{id}/invitation";

  private final Interviews interviews;
  private final Rounds rounds;

  public InvitationRoutes(Interviews interviews, Rounds rounds) {
    this.interviews = interviews;
    this.rounds = rounds;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get(HERE, visit -> show(visit, 200, "", "", List.of()));
    routes.post(HERE, this::read);
    routes.post(HERE + "/take", this::take);
  }

  private void show(
      Visit visit, int status, String text, String problem, List<InvitationPage.Event> events) {
    Job job = interviews.job(visit);
    String back = RoundsPage.path(job.id());
    visit.show(
        status,
        new InvitationPage(
            interviews.frame(visit, job, "rounds"),
            "/interviews/%d/invitation".formatted(job.id()),
            back,
            text,
            problem,
            events));
  }

  private void read(Visit visit) {
    String text = visit.value("text");
    try {
      Optional<Visit.Upload> file = visit.file("file");
      if (file.isPresent()) {
        text = Invitations.text(file.get().bytes());
      }
      List<Meeting> meetings = meetings(visit, text);
      var views = new InvitationViews(visit.times());
      var events = new ArrayList<InvitationPage.Event>();
      for (int i = 0; i < meetings.size(); i++) {
        events.add(views.event(i, meetings.get(i)));
      }
      show(visit, 200, text, "", events);
    } catch (InvitationException why) {
      show(visit, 422, kept(text), problem(why.kind()), List.of());
    }
  }

  private static String kept(String text) {
    return text.length() > Invitations.LARGEST ? "" : text;
  }

  private static String problem(InvitationException.Kind kind) {
    return switch (kind) {
      case TOO_LARGE -> t("calendar.too-large", "most", Invitations.LARGEST / 1024);
      case NO_CALENDAR -> t("calendar.no-calendar");
      case NO_EVENT -> t("calendar.no-event");
      case TOO_MANY_EVENTS -> t("calendar.too-many", "most", Invitations.MOST_EVENTS);
    };
  }

  private List<Meeting> meetings(Visit visit, String text) throws InvitationException {
    long job = interviews.job(visit).id();
    var meetings = new ArrayList<Meeting>();
    for (Invitation invitation : Invitations.read(text, visit.times().zone())) {
      meetings.add(
          new Meeting(invitation, rounds.called(invitation.uid()), job, visit.times().zone()));
    }
    return meetings;
  }

  private void take(Visit visit) {
    String here = RoundsPage.path(interviews.job(visit).id());
    try {
      List<Meeting> meetings = meetings(visit, visit.value("text"));
      var taken = new ArrayList<Round>();
      boolean overtaken = false;
      for (int i = 0; i < meetings.size(); i++) {
        if (visit.values("take").contains(Integer.toString(i))) {
          Optional<Round> done = take(visit, meetings.get(i), i);
          done.ifPresent(taken::add);
          overtaken |= done.isEmpty();
        }
      }
      visit.go(here, said(here, meetings, taken, overtaken));
    } catch (InvitationException why) {
      visit.go(here, Toast.of(problem(why.kind())));
    }
  }

  /** Empty where the round is another one than the person looked at. */
  private Optional<Round> take(Visit visit, Meeting meeting, int number) {
    int seen = (int) visit.number("version-" + number).orElse(0);
    RoundKind kind = RoundKind.of(visit.value("kind-" + number)).orElse(meeting.kind());
    return switch (meeting.deed()) {
      case ADD -> Optional.of(rounds.add(meeting.job(), meeting.plan(kind), meeting.received()));
      case CHANGE, CALL_OFF ->
          meeting
              .known()
              .map(
                  round ->
                      rounds.receive(
                          round.id(), seen, meeting.plan(round.kind()), meeting.received()))
              .filter(Rounds.Saving.Done.class::isInstance)
              .map(saving -> ((Rounds.Saving.Done) saving).round());
      case OLD, SAME, ELSEWHERE, NOTHING_TO_CALL_OFF -> Optional.empty();
    };
  }

  private static Toast said(
      String here, List<Meeting> meetings, List<Round> taken, boolean overtaken) {
    if (overtaken) {
      return Toast.of(t("rounds.overtaken"));
    }
    if (taken.size() != 1) {
      return Toast.of(t("calendar.taken", "count", taken.size()));
    }
    Round round = taken.getFirst();
    boolean isNew =
        meetings.stream()
            .noneMatch(meeting -> meeting.known().map(Round::id).equals(Optional.of(round.id())));
    return Toast.undoable(
        t("calendar.taken", "count", 1),
        "",
        isNew
            ? "%s/%d/remove?quiet=1".formatted(here, round.id())
            : "%s/%d/undo?version=%d".formatted(here, round.id(), round.version()));
  }
}
