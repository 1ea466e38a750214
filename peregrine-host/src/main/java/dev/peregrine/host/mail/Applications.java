package dev.peregrine.host.mail;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.mail.OneMailPage.Application;
import dev.peregrine.host.mail.OneMailPage.Choice;
import dev.peregrine.host.mails.Mail;
import dev.peregrine.host.matching.MatchWords;
import dev.peregrine.host.matching.Matching;
import dev.peregrine.host.pipeline.JobRow;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.NamedJob;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.web.Visit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
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
  private final Matching matching;

  Applications(Jobs jobs, Matching matching) {
    this.jobs = jobs;
    this.matching = matching;
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
        words.isBlank() ? likely(mail) : named(words));
  }

  /** Those for which something speaks, then the latest. */
  private List<Choice> likely(Mail mail) {
    var choices = new LinkedHashMap<Long, String>();
    matching
        .candidates(mail.id())
        .forEach(candidate -> choices.put(candidate.job(), MatchWords.why(candidate)));
    jobs.pursued().at(PURSUED).stream()
        .limit(SHOWN)
        .forEach(entered -> choices.putIfAbsent(entered.job(), ""));
    mail.belonging().ifPresent(belonging -> choices.remove(belonging.job()));
    List<Long> shown = choices.keySet().stream().limit(SHOWN).toList();
    Map<Long, JobRow> rows = jobs.pursued().rows(shown);
    return shown.stream()
        .flatMap(job -> Optional.ofNullable(rows.get(job)).stream())
        .map(row -> new Choice(row.id(), MailViews.named(row), choices.getOrDefault(row.id(), "")))
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
