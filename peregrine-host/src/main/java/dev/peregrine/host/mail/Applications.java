package dev.peregrine.host.mail;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.mail.OneMailPage.Application;
import dev.peregrine.host.mail.OneMailPage.Choice;
import dev.peregrine.host.mails.Mail;
import dev.peregrine.host.pipeline.Entered;
import dev.peregrine.host.pipeline.JobRow;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.NamedJob;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.web.Visit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The applications to which a mail can belong. */
final class Applications {

  /** From the moment at which the person applied; ended ones get mails too. */
  private static final Set<Stage> PURSUED =
      EnumSet.of(
          Stage.APPLIED,
          Stage.SURVEY,
          Stage.PHONE_SCREEN,
          Stage.INTERVIEWING,
          Stage.OFFER,
          Stage.HIRED);

  private static final int FOUND = 200;
  private static final int SHOWN = 8;

  private final Jobs jobs;

  Applications(Jobs jobs) {
    this.jobs = jobs;
  }

  /** Whether a mail can belong to it. */
  boolean isOne(long job) {
    return jobs.findById(job).isPresent();
  }

  /**
   * What the page of a mail shows.
   *
   * @param said whether the person decided whose it is, also that it is nobody's
   */
  Application of(Mail mail, boolean said, Visit visit) {
    String words = visit.value("job");
    boolean searching = visit.has("job");
    Optional<JobRow> mine =
        mail.belonging()
            .flatMap(
                belonging ->
                    Optional.ofNullable(
                        jobs.pursued().rows(List.of(belonging.job())).get(belonging.job())));
    return new Application(
        mine.map(MailViews::named).orElse(""),
        mine.map(job -> MailRoutes.application(job)).orElse(""),
        mail.belonging().map(each -> MailSaid.reason(each.reason(), each.words())).orElse(""),
        said,
        words,
        searching,
        words.isBlank() ? latest() : named(words));
  }

  private List<Choice> latest() {
    List<Entered> last = jobs.pursued().at(PURSUED).stream().limit(SHOWN).toList();
    Map<Long, JobRow> rows = jobs.pursued().rows(last.stream().map(Entered::job).toList());
    return last.stream()
        .flatMap(each -> Optional.ofNullable(rows.get(each.job())).stream())
        .map(row -> new Choice(row.id(), MailViews.named(row), ""))
        .toList();
  }

  private List<Choice> named(String words) {
    return jobs.named(words, FOUND).stream()
        .filter(job -> PURSUED.contains(job.stage()) || job.stage() == Stage.REJECTED)
        .limit(SHOWN)
        .map(
            job ->
                new Choice(
                    job.id(), name(job), job.stage() == Stage.REJECTED ? t("mail.ended") : ""))
        .toList();
  }

  private static String name(NamedJob job) {
    return job.company()
        .map(company -> t("mail.job-at", "title", job.title(), "company", company))
        .orElse(job.title());
  }
}
