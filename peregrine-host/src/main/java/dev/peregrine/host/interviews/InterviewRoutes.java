package dev.peregrine.host.interviews;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.mailbox.SyncPills;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.offers.Offers;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.reminders.Reminders;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.signals.ProposedRounds;
import dev.peregrine.host.signals.Signals;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.MenuEntry;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Visit;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The board of applications. */
public final class InterviewRoutes implements Routes {

  private final Interviews interviews;
  private final Jobs jobs;
  private final Rounds rounds;
  private final Signals signals;
  private final Mails mails;
  private final SignalViews views;
  private final Board board;
  private final SyncPills pills;

  public InterviewRoutes(
      Interviews interviews,
      Jobs jobs,
      Rounds rounds,
      Contacts contacts,
      Reminders reminders,
      Offers offers,
      Signals signals,
      ProposedRounds proposals,
      Mails mails,
      SyncPills pills) {
    this.interviews = interviews;
    this.jobs = jobs;
    this.rounds = rounds;
    this.signals = signals;
    this.mails = mails;
    this.pills = pills;
    this.views = new SignalViews(signals, mails, proposals);
    this.board = new Board(interviews, jobs, rounds, contacts, reminders, offers, views);
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.menu(
        MenuEntry.of(
                Interviews.MENU, () -> t("interviews.interviews"), Icon.TALK, "/interviews", 40)
            .counting(() -> OptionalLong.of(running())));
    routes.get("/interviews", this::show);
    var answer = new BoardAnswer(board);
    new MoveRoutes(interviews, jobs, rounds, signals, views.proposals(), answer).add(routes);
    new AgreeRoutes(views.proposals(), answer).add(routes);
    new MailRoutes(interviews, signals, mails, views, answer).add(routes);
    new EndedRoutes(jobs).add(routes);
  }

  private long running() {
    var counts = jobs.counts();
    return Stream.of(Stage.PHONE_SCREEN, Stage.INTERVIEWING, Stage.OFFER)
        .mapToLong(counts::of)
        .sum();
  }

  private void show(Visit visit) {
    BoardPart part = board.of(visit, BoardQuery.of(visit), -1);
    if (visit.wantsParts()) {
      visit.parts(part);
    } else {
      visit.show(
          new BoardPage(
              visit.shell(t("interviews.interviews"), Interviews.MENU).styled("", "wide"),
              pills.of(visit),
              part));
    }
  }
}
