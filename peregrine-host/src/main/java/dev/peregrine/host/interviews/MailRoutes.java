package dev.peregrine.host.interviews;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.host.mails.Mail;
import dev.peregrine.host.mails.MailWords;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.mails.Outcome;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.signals.RoundProposal;
import dev.peregrine.host.signals.Signal;
import dev.peregrine.host.signals.Signals;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The mails of an application, and deciding on what they say. */
final class MailRoutes {

  private static final String KEY = "mails";
  private static final String HERE = "/interviews/{id}/mails";
  private static final int MOST_AT_ONCE = 500;
  private static final int SHOWN = 100_000;

  private final Interviews interviews;
  private final Signals signals;
  private final Mails mails;
  private final SignalViews views;
  private final BoardAnswer answer;

  MailRoutes(
      Interviews interviews, Signals signals, Mails mails, SignalViews views, BoardAnswer answer) {
    this.interviews = interviews;
    this.signals = signals;
    this.mails = mails;
    this.views = views;
    this.answer = answer;
  }

  void add(RouteRegistry routes) {
    interviews.tab(new InterviewTab(KEY, () -> t("signals.mails"), 25, this::state));
    routes.get(HERE, this::show);
    routes.post(HERE + "/back", this::bringBack);
    routes.post(HERE + "/{mail}/noted", this::note);
    routes.post(HERE + "/{mail}/dismiss", this::dismiss);
    routes.post(HERE + "/{mail}/reopen", this::reopen);
    routes.post(HERE + "/{mail}/label", this::relabel);
    routes.post(HERE + "/{mail}/unsay", this::unsay);
  }

  private String state(long job) {
    int waiting = signals.of(job).size();
    long all = waiting > 0 ? 0 : mails.countOfJob(job);
    return waiting > 0
        ? t("signals.waiting", "count", waiting)
        : all == 0 ? "" : Long.toString(all);
  }

  private void show(Visit visit) {
    Job job = interviews.job(visit);
    Times times = visit.times();
    List<RoundProposal> proposed = views.proposals().of(job.id());
    List<SignalPart> open = views.of(job.id(), job.stage(), proposed, times);
    Set<Long> shown = open.stream().map(SignalPart::id).collect(Collectors.toSet());
    visit.show(
        new MailsPage(
            interviews.frame(visit, job, KEY),
            path(job.id()),
            open,
            mails.ofJob(job.id()).reversed().stream()
                .filter(mail -> !shown.contains(mail.id()) && mail.copyOf().isEmpty())
                .map(mail -> line(mail, views.proposed(mail.id(), proposed, "", times), times))
                .toList()));
  }

  private static String path(long job) {
    return Interviews.path(job) + "/" + KEY;
  }

  private static MailsPage.Line line(Mail mail, List<ProposalPart> proposed, Times times) {
    String text = mail.message().text();
    return new MailsPage.Line(
        mail.id(),
        mail.own(),
        mail.own() ? t("signals.you") : SignalViews.who(mail.from()),
        times.moment(mail.received()),
        mail.subject().isEmpty() ? t("signals.no-subject") : mail.subject(),
        mail.own() ? "" : mail.judged().map(judged -> MailWords.of(judged.label())).orElse(""),
        mail.own() ? "" : MailWords.of(mail.outcome()),
        text.substring(0, Math.min(SHOWN, text.length())),
        mail.outcome() == Outcome.DONE,
        proposed);
  }

  private Mail mail(Visit visit) {
    long id = visit.id("mail");
    return mails
        .findById(id)
        .filter(mail -> mail.belonging().filter(at -> at.job() == visit.id("id")).isPresent())
        .orElseThrow(() -> new NoSuchPageException("mail", Long.toString(id)));
  }

  private Optional<Signal> signal(Visit visit) {
    return signals.find(visit.id("id"), visit.id("mail"));
  }

  private void note(Visit visit) {
    settle(visit, signal(visit).map(signals::settle).orElse(List.of()), t("signals.is-noted"));
  }

  private void dismiss(Visit visit) {
    Optional<Signal> signal = signal(visit);
    signal.ifPresent(signals::dismiss);
    settle(
        visit, signal.map(each -> List.of(each.mail())).orElse(List.of()), t("signals.dismissed"));
  }

  private void settle(Visit visit, List<Long> settled, String said) {
    Mail mail = mail(visit);
    long job = visit.id("id");
    String undo =
        "%s/back%s%s"
            .formatted(
                path(job),
                BoardAnswer.isOnBoard(visit) ? query(visit) + "&" : "?",
                settled.stream()
                    .limit(MOST_AT_ONCE)
                    .map(each -> "mail=" + each)
                    .collect(Collectors.joining("&")));
    answer.say(
        visit,
        settled.isEmpty()
            ? Toast.of(t("signals.gone"))
            : Toast.undoable(said, mail.subject(), undo),
        -1,
        path(job));
  }

  private static String query(Visit visit) {
    return BoardQuery.of(visit).path("?on=board");
  }

  private void bringBack(Visit visit) {
    Job job = interviews.job(visit);
    Set<Long> named =
        visit.values("mail").stream()
            .limit(MOST_AT_ONCE)
            .filter(each -> each.matches("\\d{1,18}"))
            .map(Long::valueOf)
            .collect(Collectors.toSet());
    List<Long> theirs =
        mails.ofJob(job.id()).stream().map(Mail::id).filter(named::contains).toList();
    signals.bringBack(theirs);
    answer.say(visit, Toast.of(t("signals.is-back")), -1, path(job.id()));
  }

  /** Something that was settled is open again. */
  private void reopen(Visit visit) {
    signals.bringBack(List.of(mail(visit).id()));
    visit.go(path(visit.id("id")), Toast.of(t("signals.is-back")));
  }

  private void relabel(Visit visit) throws InterruptedException {
    Mail mail = mail(visit);
    Optional<MailLabel> label =
        Arrays.stream(MailLabel.values())
            .filter(each -> each.key().equals(visit.value("label")))
            .findFirst();
    if (label.isEmpty()) {
      answer.say(visit, Toast.of(t("signals.no-label")), -1, path(visit.id("id")));
      return;
    }
    signals.relabel(mail.id(), label.get());
    String undo =
        "%s/%d/unsay%s"
            .formatted(
                path(visit.id("id")), mail.id(), BoardAnswer.isOnBoard(visit) ? query(visit) : "");
    answer.say(
        visit,
        Toast.undoable(
            t("signals.relabelled", "label", MailWords.of(label.get())), mail.subject(), undo),
        -1,
        path(visit.id("id")));
  }

  private void unsay(Visit visit) throws InterruptedException {
    signals.unsay(mail(visit).id());
    answer.say(visit, Toast.of(t("signals.is-back")), -1, path(visit.id("id")));
  }
}
