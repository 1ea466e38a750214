package dev.peregrine.host.reminders;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.Cadence;
import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.contacts.Direction;
import dev.peregrine.host.contacts.Touch;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.NamedJob;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.reminders.Reminder.Kind;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.Rounds;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What follows from how long nobody said anything. */
final class Silences implements ReminderSource {

  /** Where an application waits for the employer. */
  private static final Set<Stage> WAITING =
      Set.of(Stage.APPLIED, Stage.SURVEY, Stage.PHONE_SCREEN, Stage.INTERVIEWING);

  private static final int MOST = 5_000;

  private final Jobs jobs;
  private final Contacts contacts;
  private final Rounds rounds;
  private final Supplier<Cadence> cadence;
  private final UnaryOperator<Set<String>> done;
  private final Function<Instant, Set<String>> owed;

  /**
   * @param done those of some keys that the person is done with
   * @param owed keys of answers to mails
   */
  Silences(
      Jobs jobs,
      Contacts contacts,
      Rounds rounds,
      Supplier<Cadence> cadence,
      UnaryOperator<Set<String>> done,
      Function<Instant, Set<String>> owed) {
    this.jobs = jobs;
    this.contacts = contacts;
    this.rounds = rounds;
    this.cadence = cadence;
    this.done = done;
    this.owed = owed;
  }

  /** Of those of the jobs that wait for an answer. */
  Map<Long, Quiet> quiet(Collection<Long> ids, Instant now) {
    Cadence measure = cadence.get();
    Set<Long> wanted = Set.copyOf(ids);
    List<NamedJob> waiting =
        jobs.at(WAITING, MOST).stream().filter(job -> wanted.contains(job.id())).toList();
    return of(waiting, now).stream()
        .collect(
            Collectors.toMap(
                silence -> silence.job().id(),
                silence ->
                    new Quiet(silence.since(), silence.days(now), silence.isLong(measure, now))));
  }

  @Override
  public List<Reminder> due(ZonedDateTime now) {
    Cadence measure = cadence.get();
    Instant moment = now.toInstant();
    var due = new ArrayList<Reminder>();
    for (Silence silence : of(jobs.at(WAITING, MOST), moment)) {
      if (silence.isLong(measure, moment)) {
        due.add(close(silence, moment));
      } else {
        silence
            .toAnswer(measure)
            .filter(at -> !at.isAfter(moment))
            .ifPresent(at -> due.add(answer(silence, at, moment)));
        silence
            .toAsk(measure)
            .filter(at -> !at.isAfter(moment))
            .ifPresent(at -> due.add(ask(silence, at, moment)));
      }
    }
    return due;
  }

  private List<Silence> of(List<NamedJob> waiting, Instant now) {
    List<Long> ids = waiting.stream().map(NamedJob::id).toList();
    Map<Long, Map<Stage, Instant>> stamps = jobs.stamps(ids);
    Map<Long, List<Touch>> touches = contacts.touches(ids);
    Map<Long, List<Round>> met = rounds.of(ids);
    Set<String> settled =
        done.apply(
            touches.values().stream()
                .map(List::getLast)
                .filter(touch -> touch.direction() == Direction.IN)
                .map(Silences::key)
                .collect(Collectors.toSet()));
    Set<String> owing = owed.apply(now);
    var silences = new ArrayList<Silence>();
    for (NamedJob job : waiting) {
      Optional<Instant> reached =
          Optional.ofNullable(stamps.get(job.id())).map(each -> each.get(job.stage()));
      reached.ifPresent(
          at ->
              silences.add(
                  Silence.of(
                      job,
                      at,
                      touches.getOrDefault(job.id(), List.of()),
                      met.getOrDefault(job.id(), List.of()),
                      touch ->
                          settled.contains(key(touch))
                              || (touch.isMail() && !owing.contains(key(touch))),
                      now)));
    }
    return silences;
  }

  private static Reminder ask(Silence silence, Instant due, Instant now) {
    NamedJob job = silence.job();
    return new Reminder(
        "follow-up:%d:%d:%d"
            .formatted(job.id(), silence.since().toEpochMilli(), silence.asked().size()),
        Kind.FOLLOW_UP,
        OptionalLong.of(job.id()),
        t("reminders.ask", "who", employer(job)),
        t("reminders.quiet", "count", silence.days(now), "title", job.title()),
        t("reminders.draft"),
        "/interviews/%d/people?draft=follow_up#draft".formatted(job.id()),
        due,
        5);
  }

  private static Reminder answer(Silence silence, Instant due, Instant now) {
    NamedJob job = silence.job();
    Touch touch = silence.unanswered().orElseThrow();
    String who = touch.who().isEmpty() ? employer(job) : touch.who();
    long days = Math.max(0, Duration.between(touch.at(), now).toDays());
    return new Reminder(
        key(touch),
        Kind.REPLY,
        OptionalLong.of(job.id()),
        t("reminders.answer", "who", who),
        t("reminders.wrote", "count", days, "title", job.title()),
        t("reminders.draft"),
        "/interviews/%d/people?draft=reply#draft".formatted(job.id()),
        due,
        5);
  }

  private static Reminder close(Silence silence, Instant now) {
    NamedJob job = silence.job();
    return new Reminder(
        "close:%d:%d".formatted(job.id(), silence.since().toEpochMilli()),
        Kind.CLOSE,
        OptionalLong.of(job.id()),
        t("reminders.close", "who", employer(job)),
        t("reminders.quiet", "count", silence.days(now), "title", job.title()),
        t("reminders.look"),
        "/interviews/%d".formatted(job.id()),
        silence.since(),
        1);
  }

  private static String key(Touch touch) {
    return "reply:%d:%d".formatted(touch.job(), touch.at().toEpochMilli());
  }

  static String employer(NamedJob job) {
    return job.company().orElse(job.title());
  }
}
