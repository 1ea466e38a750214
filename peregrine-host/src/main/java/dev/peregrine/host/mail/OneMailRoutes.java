package dev.peregrine.host.mail;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.host.imap.MailAccounts;
import dev.peregrine.host.mails.Arrivals;
import dev.peregrine.host.mails.Judged;
import dev.peregrine.host.mails.Mail;
import dev.peregrine.host.mails.MailWords;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.matching.Correction;
import dev.peregrine.host.matching.MatchWords;
import dev.peregrine.host.matching.Matching;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.signals.Signals;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One mail, and what the person says of it. */
public final class OneMailRoutes implements Routes {

  /** In the place of an application: it belongs to none. */
  private static final String NONE = "none";

  private static final String ONE = MailRoutes.HERE + "/{id}";

  private final Mails mails;
  private final Arrivals arrivals;
  private final Signals signals;
  private final Matching matching;
  private final Applications applications;
  private final OneMailViews views;

  public OneMailRoutes(
      Mails mails,
      Arrivals arrivals,
      Signals signals,
      MailAccounts accounts,
      Jobs jobs,
      Matching matching) {
    this.mails = mails;
    this.arrivals = arrivals;
    this.signals = signals;
    this.matching = matching;
    this.applications = new Applications(jobs, matching);
    this.views =
        new OneMailViews(mails, accounts, new MailViews(mails, accounts, jobs), applications);
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get(ONE, visit -> visit.show(views.page(visit, views.mail(visit))));
    routes.post(ONE + "/label", this::label);
    routes.post(ONE + "/label/back", this::labelBack);
    routes.post(ONE + "/application", this::application);
    routes.post(ONE + "/application/back", this::applicationBack);
    routes.post(ONE + "/settle", visit -> settle(visit, true));
    routes.post(ONE + "/settle/back", visit -> settle(visit, false));
  }

  private static String path(Mail mail) {
    return MailRoutes.HERE + "/" + mail.id();
  }

  private void label(Visit visit) throws InterruptedException {
    Mail mail = views.mail(visit);
    Optional<MailLabel> label = MailLabel.of(visit.value("label"));
    if (label.isEmpty()) {
      visit.go(path(mail), Toast.of(t("mail.choose-meaning")));
      return;
    }
    String was =
        mail.judged().filter(Judged::isSaid).map(judged -> judged.label().key()).orElse("");
    mails.judge(Map.of(mail.id(), Judged.bySaying(label.get())));
    arrivals.over(List.of(mail.id()));
    visit.go(
        path(mail),
        Toast.undoable(
            t("mail.labelled", "label", MailWords.of(label.get())),
            mail.subject(),
            path(mail) + "/label/back?was=" + was));
  }

  private void labelBack(Visit visit) throws InterruptedException {
    Mail mail = views.mail(visit);
    Optional<MailLabel> was = MailLabel.of(visit.value("was"));
    if (was.isPresent()) {
      mails.judge(Map.of(mail.id(), Judged.bySaying(was.get())));
    } else {
      mails.unsay(List.of(mail.id()));
    }
    arrivals.over(List.of(mail.id()));
    visit.go(path(mail), Toast.of(t("mail.taken-back")));
  }

  private void application(Visit visit) throws InterruptedException {
    Mail mail = views.mail(visit);
    String chosen = visit.value("job");
    Optional<Long> job =
        Optional.of(chosen).filter(it -> it.matches("\\d{1,18}")).map(Long::valueOf);
    boolean none = chosen.equals(NONE);
    if (!none && job.filter(applications::isOne).isEmpty()) {
      visit.go(path(mail), Toast.of(t("mail.choose-application")));
      return;
    }
    Correction said =
        none ? matching.assignNone(mail.id()) : matching.assign(mail.id(), job.orElseThrow());
    String others = MatchWords.others(said);
    visit.go(
        path(mail),
        Toast.undoable(
            none ? t("mail.belongs-to-none") : t("mail.belongs"),
            others.isEmpty() ? mail.subject() : others,
            path(mail) + "/application/back?said=" + said.id()));
  }

  private void applicationBack(Visit visit) throws InterruptedException {
    Mail mail = views.mail(visit);
    Optional<Long> said =
        Optional.of(visit.value("said")).filter(it -> it.matches("\\d{1,18}")).map(Long::valueOf);
    if (said.isPresent()) {
      boolean _ = matching.undo(said.get());
    } else {
      matching.unsay(mail.id());
    }
    visit.go(path(mail), Toast.of(t("mail.taken-back")));
  }

  private void settle(Visit visit, boolean settled) {
    Mail mail = views.mail(visit);
    if (settled) {
      signals.done(mail.id());
    } else {
      signals.bringBack(List.of(mail.id()));
    }
    visit.go(
        path(mail),
        settled
            ? Toast.undoable(t("mail.settled"), mail.subject(), path(mail) + "/settle/back")
            : Toast.of(t("mail.open-again")));
  }
}
