package dev.peregrine.host.replies;

import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.contacts.Direction;
import dev.peregrine.host.contacts.LogEntry;
import dev.peregrine.host.contacts.Said;
import dev.peregrine.host.letters.Drafts;
import dev.peregrine.host.letters.Tongue;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.Rounds;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is known for a message.
 *
 * @param theirs what they wrote or said last
 * @param log the newest first
 * @param applied when the person applied
 * @param asked when the person wrote last, where they have said nothing since
 * @param next the round that comes, where it has a date
 * @param last the round that is over
 */
record ReplyMatter(
    Job job,
    Optional<Said> theirs,
    List<Said> log,
    Optional<ZonedDateTime> applied,
    Optional<ZonedDateTime> asked,
    Optional<Round> next,
    Optional<Round> last,
    ZoneId zone) {

  private static final int ENOUGH = 12;

  ReplyMatter {
    log = List.copyOf(log);
  }

  static ReplyMatter of(
      Job job, Jobs jobs, Contacts contacts, Rounds rounds, Instant now, ZoneId zone) {
    List<Said> log = contacts.log(job.id()).stream().map(LogEntry::said).limit(ENOUGH).toList();
    Optional<Said> theirs =
        log.stream().filter(said -> said.direction() == Direction.IN).findFirst();
    Optional<Instant> asked =
        log.stream().findFirst().filter(said -> said.direction() == Direction.OUT).map(Said::at);
    Map<Stage, Instant> stamps = jobs.stamps(List.of(job.id())).getOrDefault(job.id(), Map.of());
    List<Round> all = rounds.of(job.id());
    return new ReplyMatter(
        job,
        theirs,
        log,
        Optional.ofNullable(stamps.get(Stage.APPLIED)).map(at -> at.atZone(zone)),
        asked.map(at -> at.atZone(zone)),
        Optional.ofNullable(rounds.next(List.of(job.id())).get(job.id()))
            .filter(round -> round.start().isPresent()),
        all.stream()
            .filter(round -> round.isOver(now) && round.start().isPresent())
            .max(
                Comparator.comparing(
                    round -> round.start().map(ZonedDateTime::toInstant).orElse(now))),
        zone);
  }

  /** Whom it goes to, by name; empty where nobody is known. */
  String who(ReplyKind kind) {
    return switch (kind) {
      case REPLY -> theirs.map(Said::who).orElse("");
      case THANKS ->
          last.filter(round -> round.people().size() == 1)
              .map(round -> round.people().getFirst())
              .orElse("");
      case FOLLOW_UP ->
          log.stream().map(Said::who).filter(who -> !who.isEmpty()).findFirst().orElse("");
    };
  }

  /** The language in which they wrote, else that of the posting. */
  Locale language() {
    return theirs.flatMap(said -> Tongue.of(said.text())).orElseGet(() -> Drafts.languageFor(job));
  }
}
