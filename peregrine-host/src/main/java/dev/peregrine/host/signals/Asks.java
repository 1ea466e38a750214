package dev.peregrine.host.signals;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.pipeline.JobRow;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.reminders.Reminder;
import dev.peregrine.host.reminders.ReminderSource;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.web.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What mails ask the current tenant's person to do, as reminders of it. */
public final class Asks implements ReminderSource {

  private static final int MOST = 500;
  private static final Duration KEPT = Duration.ofDays(60);
  private static final Duration RECENT = Duration.ofDays(14);
  private static final Duration AFTER_DUE = Duration.ofDays(7);

  private final Databases databases;
  private final Jobs jobs;

  public Asks(Databases databases, Jobs jobs) {
    this.databases = databases;
    this.jobs = jobs;
  }

  void note(Ask ask) {
    write(
        mapper -> {
          mapper.add(
              new AskMapper.Row(
                  ask.mail(),
                  ask.job().isPresent() ? ask.job().getAsLong() : null,
                  ask.kind().key(),
                  ask.who(),
                  ask.subject(),
                  ask.received().toEpochMilli(),
                  ask.due().map(Instant::toEpochMilli).orElse(null),
                  ask.minutes()));
          return ask;
        });
  }

  void forget(long mail) {
    write(
        mapper -> {
          mapper.remove(mail);
          return mail;
        });
  }

  /** Notes that what those mails ask for needs nothing any more, or that it does again. */
  void over(Collection<Long> mails, boolean over) {
    write(
        mapper -> {
          mapper.over(json(mails), over);
          return over;
        });
  }

  /** The person wrote into a conversation. */
  void answered(Collection<Long> mails, Instant at) {
    write(
        mapper -> {
          mapper.answered(json(mails), at.toEpochMilli());
          return at;
        });
  }

  @Override
  public List<Reminder> due(ZonedDateTime now) {
    Instant moment = now.toInstant();
    List<Ask> open = open(moment);
    if (open.isEmpty()) {
      return List.of();
    }
    Map<Long, JobRow> rows =
        jobs.pursued()
            .rows(open.stream().flatMap(each -> each.job().stream().boxed()).distinct().toList());
    var times = new Times(moment, now.getZone());
    return open.stream()
        .filter(each -> each.job().isEmpty() || runs(rows.get(each.job().getAsLong())))
        .map(
            each ->
                reminder(
                    each,
                    Optional.ofNullable(
                        each.job().isPresent() ? rows.get(each.job().getAsLong()) : null),
                    times))
        .toList();
  }

  @Override
  public Set<String> owed(Instant now) {
    return open(now).stream()
        .filter(each -> each.kind() == Ask.Kind.REPLY)
        .map(Asks::key)
        .collect(Collectors.toSet());
  }

  private List<Ask> open(Instant now) {
    return read(
            mapper ->
                mapper.open(
                    now.minus(KEPT).toEpochMilli(),
                    now.minus(AFTER_DUE).toEpochMilli(),
                    now.minus(RECENT).toEpochMilli(),
                    MOST))
        .stream()
        .map(Asks::ask)
        .toList();
  }

  private static boolean runs(@Nullable JobRow row) {
    return row != null && row.stage() != Stage.REJECTED && row.stage() != Stage.ARCHIVED;
  }

  private static Reminder reminder(Ask ask, Optional<JobRow> job, Times times) {
    String who = job.flatMap(JobRow::company).orElse(ask.who());
    return new Reminder(
        key(ask),
        ask.kind() == Ask.Kind.REPLY ? Reminder.Kind.REPLY : Reminder.Kind.DEADLINE,
        ask.job(),
        t("signals.asks", "kind", ask.kind().key(), "who", who, "subject", ask.subject()),
        why(ask, job, times),
        t("signals.read"),
        job.map(row -> "/interviews/%d/mails".formatted(row.id())).orElse("/mail/" + ask.mail()),
        ask.received(),
        ask.minutes());
  }

  /** The same as that of an answer that is owed, so that there is one reminder of both. */
  private static String key(Ask ask) {
    return ask.kind() == Ask.Kind.REPLY && ask.job().isPresent()
        ? "reply:%d:%d".formatted(ask.job().getAsLong(), ask.received().toEpochMilli())
        : "mail:" + ask.mail();
  }

  private static String why(Ask ask, Optional<JobRow> job, Times times) {
    String title = job.map(JobRow::title).orElse(ask.subject());
    if (ask.due().isEmpty()) {
      return t("signals.asked", "when", times.momentWithin(ask.received()), "title", title);
    }
    Instant due = ask.due().get();
    return due.isBefore(times.now())
        ? t("signals.was-due", "when", times.day(due), "title", title)
        : t("signals.due", "when", times.coming(due), "title", title);
  }

  private static Ask ask(AskMapper.Row row) {
    return new Ask(
        row.mail(),
        row.job() == null ? OptionalLong.empty() : OptionalLong.of(row.job()),
        Ask.Kind.of(row.kind()),
        row.who(),
        row.subject(),
        Instant.ofEpochMilli(row.received()),
        Optional.ofNullable(row.due()).map(Instant::ofEpochMilli),
        row.minutes());
  }

  private static String json(Collection<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }

  private <T> T read(Function<AskMapper, T> work) {
    return databases.current().read(mappers -> work.apply(mappers.of(AskMapper.class)));
  }

  private <T> T write(Function<AskMapper, T> work) {
    return databases.current().write(mappers -> work.apply(mappers.of(AskMapper.class)));
  }
}
