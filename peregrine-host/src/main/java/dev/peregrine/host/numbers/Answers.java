package dev.peregrine.host.numbers;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.numbers.Table.Cell;
import dev.peregrine.host.numbers.Table.Column;
import dev.peregrine.host.numbers.Table.Row;
import dev.peregrine.host.pipeline.Journeys.Outcome;
import dev.peregrine.host.pipeline.Journeys.SentCount;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What came of applications, by whatever they are divided by. */
final class Answers {

  private final By by;
  private final Map<String, Tally> parts = new LinkedHashMap<>();

  /** How many applications had which outcome. */
  static final class Tally {

    private final Map<Outcome, Long> jobs = new EnumMap<>(Outcome.class);

    void add(Outcome outcome, long more) {
      jobs.merge(outcome, more, Long::sum);
    }

    long of(Outcome outcome) {
      return jobs.getOrDefault(outcome, 0L);
    }

    long sent() {
      return jobs.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Those of which can be said what came: not too early, and not taken back. */
    long settled() {
      return of(Outcome.INVITED) + of(Outcome.DECLINED) + of(Outcome.SILENT);
    }
  }

  private Answers(By by) {
    this.by = by;
  }

  /** Counts them; the parts stand in the order of the division, else the largest first. */
  static Answers of(By by, List<SentCount> sent, Function<String, String> part) {
    var answers = new Answers(by);
    by.parts().forEach(key -> answers.parts.put(key, new Tally()));
    for (SentCount count : sent) {
      if (count.division() == by.division()) {
        answers
            .parts
            .computeIfAbsent(part.apply(count.key()), key -> new Tally())
            .add(count.outcome(), count.jobs());
      }
    }
    answers.parts.values().removeIf(tally -> tally.sent() == 0);
    return answers;
  }

  Tally all() {
    var all = new Tally();
    for (Tally tally : parts.values()) {
      tally.jobs.forEach(all::add);
    }
    return all;
  }

  Tally of(String part) {
    return parts.getOrDefault(part, new Tally());
  }

  Table table(Links links, Function<String, String> name) {
    List<Map.Entry<String, Tally>> ordered = new ArrayList<>(parts.entrySet());
    if (by.parts().isEmpty()) {
      ordered.sort((one, other) -> Long.compare(other.getValue().sent(), one.getValue().sent()));
    }
    return new Table(
        "answers_" + by.key(),
        t("numbers.answers-" + by.key()),
        List.of(
            new Column(by.key(), t("numbers.by-" + by.key())),
            new Column("sent", t("numbers.column-sent")),
            new Column("invited", Said.outcome(Outcome.INVITED)),
            new Column("declined", Said.outcome(Outcome.DECLINED)),
            new Column("silent", Said.outcome(Outcome.SILENT)),
            new Column("early", Said.outcome(Outcome.EARLY)),
            new Column("invited_percent", t("numbers.column-rate")),
            new Column("of", t("numbers.column-of"))),
        ordered.stream()
            .map(entry -> row(entry.getKey(), name.apply(entry.getKey()), entry.getValue(), links))
            .toList());
  }

  private Row row(String part, String name, Tally tally, Links links) {
    var cells = new ArrayList<Cell>();
    cells.add(Cell.of(name));
    cells.add(Said.count(tally.sent(), links.sent(by.key(), part)));
    for (Outcome outcome :
        List.of(Outcome.INVITED, Outcome.DECLINED, Outcome.SILENT, Outcome.EARLY)) {
      cells.add(Said.count(tally.of(outcome), links.sent(by.key(), part, outcome)));
    }
    cells.add(Said.share(tally.of(Outcome.INVITED), tally.settled()));
    cells.add(Said.count(tally.settled(), ""));
    return new Row(part, cells);
  }
}
