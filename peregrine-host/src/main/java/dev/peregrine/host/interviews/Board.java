package dev.peregrine.host.interviews;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.offers.Offers;
import dev.peregrine.host.pipeline.EndedCount;
import dev.peregrine.host.pipeline.Ending;
import dev.peregrine.host.pipeline.Entered;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.reminders.Reminders;
import dev.peregrine.host.review.Words;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.texts.Numbers;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Visit;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws the board of those applications that run. */
final class Board {

  private final Interviews interviews;
  private final Jobs jobs;
  private final Rounds rounds;
  private final Contacts contacts;
  private final Reminders reminders;
  private final Offers offers;
  private final SignalViews signals;

  Board(
      Interviews interviews,
      Jobs jobs,
      Rounds rounds,
      Contacts contacts,
      Reminders reminders,
      Offers offers,
      SignalViews signals) {
    this.interviews = interviews;
    this.jobs = jobs;
    this.rounds = rounds;
    this.contacts = contacts;
    this.reminders = reminders;
    this.offers = offers;
    this.signals = signals;
  }

  /**
   * The board as an address asks for it.
   *
   * @param moved the job that was moved just now; -1 for none
   */
  BoardPart of(Visit visit, BoardQuery query, long moved) {
    Times times = visit.times();
    Map<Stage, List<Entered>> lanes = lanes();
    Map<Long, Round> next = rounds.next(talking(lanes));
    Map<Long, SignalPart> said = signals.first(stages(lanes), query, times);
    lanes.replaceAll((stage, there) -> inOrder(stage, there, next, said.keySet()));
    Optional<Round> first = first(next);
    var shown = new EnumMap<Stage, List<Entered>>(Stage.class);
    lanes.forEach((stage, there) -> shown.put(stage, cut(there, query.size(stage), moved)));
    List<Long> ids = shown.values().stream().flatMap(List::stream).map(Entered::job).toList();
    var tiles =
        new Tiles(
            interviews,
            jobs.pursued().rows(ids),
            next,
            contacts.last(ids),
            reminders.quiet(ids),
            offers.of(ids),
            said,
            first.map(Round::job).orElse(-1L),
            moved,
            times);
    List<EndedCount> ended = jobs.pursued().endedCounts();
    return new BoardPart(
        query,
        lede(first, next, said.size(), times),
        lanes.entrySet().stream()
            .map(
                lane ->
                    lane(
                        lane.getKey(),
                        lane.getValue().size(),
                        tiles.of(Objects.requireNonNull(shown.get(lane.getKey()))),
                        query))
            .toList(),
        ended.stream().mapToLong(EndedCount::jobs).sum(),
        endings(ended),
        visit.remembers("front"),
        MoveChoices.of(Stage.PENDING, Optional.empty()),
        visit.token());
  }

  /** Survey stands in one lane with applied, before it. */
  private Map<Stage, List<Entered>> lanes() {
    var lanes = new EnumMap<Stage, List<Entered>>(Stage.class);
    for (Stage stage : MoveChoices.STAGES) {
      if (stage != Stage.SURVEY) {
        lanes.put(stage, new ArrayList<>());
      }
    }
    for (Entered entered : jobs.pursued().at(EnumSet.copyOf(MoveChoices.STAGES))) {
      Stage lane = entered.stage() == Stage.SURVEY ? Stage.APPLIED : entered.stage();
      Objects.requireNonNull(lanes.get(lane)).add(entered);
    }
    return lanes;
  }

  private static List<Long> talking(Map<Stage, List<Entered>> lanes) {
    return Stream.of(Stage.APPLIED, Stage.PHONE_SCREEN, Stage.INTERVIEWING, Stage.OFFER)
        .flatMap(stage -> lanes.getOrDefault(stage, List.of()).stream())
        .map(Entered::job)
        .toList();
  }

  private static Map<Long, Stage> stages(Map<Stage, List<Entered>> lanes) {
    return lanes.values().stream()
        .flatMap(List::stream)
        .collect(Collectors.toMap(Entered::job, Entered::stage));
  }

  /**
   * What a mail speaks of comes first, so that none is behind "Show more"; then what has a date, in
   * the order of dates; the rest as it came, the last first.
   */
  private static List<Entered> inOrder(
      Stage stage, List<Entered> there, Map<Long, Round> next, Set<Long> said) {
    var bySignal = Comparator.comparing((Entered each) -> !said.contains(each.job()));
    var order =
        bySignal.thenComparing(
            (Entered each) ->
                Optional.ofNullable(next.get(each.job()))
                    .flatMap(Round::start)
                    .map(ZonedDateTime::toInstant)
                    .orElse(Instant.MAX));
    return stage == Stage.APPLIED
        ? there.stream()
            .sorted(
                bySignal.thenComparing(each -> each.stage() != Stage.SURVEY).thenComparing(order))
            .toList()
        : there.stream().sorted(order).toList();
  }

  /** What was moved just now is seen even where it stands behind the others. */
  private static List<Entered> cut(List<Entered> there, int size, long moved) {
    if (there.size() <= size) {
      return there;
    }
    List<Entered> first = there.subList(0, size);
    Optional<Entered> behind =
        there.subList(size, there.size()).stream().filter(each -> each.job() == moved).findFirst();
    return behind
        .map(each -> Stream.concat(first.stream(), Stream.of(each)).toList())
        .orElse(first);
  }

  private static Optional<Round> first(Map<Long, Round> next) {
    return next.values().stream()
        .filter(round -> round.start().isPresent())
        .min(Comparator.comparing(round -> round.start().orElseThrow().toInstant()));
  }

  private static String lede(Optional<Round> first, Map<Long, Round> next, int said, Times times) {
    String talks = talks(first, next, times);
    String mails = said > 0 ? t("signals.on-board", "count", said) : "";
    return mails.isEmpty() || talks.isEmpty()
        ? mails + talks
        : t("interviews.two-sentences", "first", mails, "second", talks);
  }

  private static String talks(Optional<Round> first, Map<Long, Round> next, Times times) {
    long today =
        next.values().stream()
            .flatMap(round -> round.start().stream())
            .filter(start -> NextDates.daysUntil(start.toInstant(), times) == 0)
            .count();
    if (today > 0) {
      return t("interviews.today", "count", today);
    }
    return first
        .flatMap(Round::start)
        .map(start -> t("interviews.next-is", "when", times.coming(start.toInstant())))
        .orElse("");
  }

  private static BoardPart.Lane lane(Stage stage, int count, List<Tile> tiles, BoardQuery query) {
    int more = count - tiles.size();
    return new BoardPart.Lane(
        stage.key(),
        Words.stage(stage),
        count,
        tiles,
        more > 0 ? query.more(stage).path() : "",
        more > 0 ? t("interviews.show-more", "count", Numbers.n(more)) : "",
        t("interviews.empty-" + stage.key()),
        stage == Stage.HIRED && count > 0 ? t("interviews.hired-note") : "");
  }

  private static List<BoardPart.Ended> endings(List<EndedCount> counts) {
    var byStage = new HashMap<Stage, Long>();
    counts.forEach(count -> byStage.merge(count.after(), count.jobs(), Long::sum));
    List<BoardPart.Ended> all = new ArrayList<>();
    for (Stage stage : MoveChoices.STAGES) {
      if (byStage.containsKey(stage)) {
        all.add(
            new BoardPart.Ended(
                t("interviews.after", "stage", stage.key()),
                byStage.get(stage),
                "/interviews/ended?after=" + stage.key()));
      }
    }
    for (Ending ending : Ending.values()) {
      long jobs =
          counts.stream()
              .filter(count -> count.ending() == ending)
              .mapToLong(EndedCount::jobs)
              .sum();
      if (ending != Ending.REJECTED && jobs > 0) {
        all.add(
            new BoardPart.Ended(
                t("interviews.how", "ending", ending.key()),
                jobs,
                "/interviews/ended?ending=" + ending.key()));
      }
    }
    return all;
  }
}
