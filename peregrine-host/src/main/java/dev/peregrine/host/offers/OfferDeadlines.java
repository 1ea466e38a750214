package dev.peregrine.host.offers;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.pipeline.JobRow;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.reminders.Reminder;
import dev.peregrine.host.reminders.ReminderSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/** Reminds of offers that want an answer soon, while nothing is decided. */
public final class OfferDeadlines implements ReminderSource {

  private static final int DAYS_BEFORE = 4;
  private static final int MINUTES = 30;

  private final Offers offers;
  private final Jobs jobs;

  public OfferDeadlines(Offers offers, Jobs jobs) {
    this.offers = offers;
    this.jobs = jobs;
  }

  @Override
  public List<Reminder> due(ZonedDateTime now) {
    LocalDate today = now.toLocalDate();
    List<Offer> soon =
        offers.all().stream()
            .filter(
                offer ->
                    offer
                        .terms()
                        .answerBy()
                        .filter(day -> !day.isBefore(today))
                        .filter(day -> ChronoUnit.DAYS.between(today, day) <= DAYS_BEFORE)
                        .isPresent())
            .toList();
    if (soon.isEmpty()) {
      return List.of();
    }
    Map<Long, JobRow> rows = jobs.pursued().rows(soon.stream().map(Offer::job).toList());
    return soon.stream()
        .filter(offer -> isOpen(rows, offer.job()))
        .map(offer -> reminder(offer, Objects.requireNonNull(rows.get(offer.job())), now))
        .toList();
  }

  private static boolean isOpen(Map<Long, JobRow> rows, long job) {
    JobRow row = rows.get(job);
    return row != null && row.stage() != Stage.REJECTED && row.stage() != Stage.HIRED;
  }

  private static Reminder reminder(Offer offer, JobRow row, ZonedDateTime now) {
    LocalDate day = offer.terms().answerBy().orElseThrow();
    long days = ChronoUnit.DAYS.between(now.toLocalDate(), day);
    return new Reminder(
        "offer:%d:%s".formatted(offer.job(), day),
        Reminder.Kind.DEADLINE,
        OptionalLong.of(offer.job()),
        t("offers.answer", "who", row.company().orElse(row.title())),
        t("offers.answer-why", "days", days, "title", row.title()),
        t("offers.compare"),
        "/interviews/offers",
        day.minusDays(DAYS_BEFORE).atStartOfDay(now.getZone()).toInstant(),
        MINUTES);
  }
}
