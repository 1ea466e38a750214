package dev.peregrine.host.tracking;

import dev.peregrine.api.integration.TrackerRow;
import dev.peregrine.api.integration.TrackerRow.Cell;
import dev.peregrine.host.pipeline.JobLine;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.texts.Language;
import dev.peregrine.host.texts.Languages;
import dev.peregrine.host.tracking.Work.Todo;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Finds out what a table should say and does not say yet. */
final class Reckoning {

  private static final int PAGE = 500;

  private final Jobs jobs;
  private final Rounds rounds;
  private final ZoneId zone;
  private final UnaryOperator<String> boardNames;

  Reckoning(Jobs jobs, Rounds rounds, ZoneId zone, UnaryOperator<String> boardNames) {
    this.jobs = jobs;
    this.rounds = rounds;
    this.zone = zone;
    this.boardNames = boardNames;
  }

  /**
   * @param longest most characters of a cell
   * @param space what ids begin with
   */
  Work of(TrackerState state, int longest, String space, TableBook book) {
    Language language = Languages.named(state.plan().language()).orElse(Language.ENGLISH);
    return language.calling(
        () -> {
          var making = new RowMaking(state.plan(), longest, zone, boardNames);
          return reckoned(state, making, space, book);
        });
  }

  private Work reckoned(TrackerState state, RowMaking making, String space, TableBook book) {
    Map<Long, KeptRow> rows = book.rows();
    Map<Long, List<OwnValue>> own =
        book.own(Optional.empty()).stream()
            .filter(OwnValue::isToGo)
            .collect(Collectors.groupingBy(OwnValue::job));
    var belong = new HashSet<Long>();
    var write = new ArrayList<Todo>();
    int same = 0;
    long after = 0;
    List<JobLine> page = jobs.lines().at(state.plan().stages(), after, PAGE);
    while (!page.isEmpty()) {
      List<Long> ids = page.stream().map(JobLine::id).toList();
      Map<Long, Map<Stage, Instant>> stamps = jobs.stamps(ids);
      Map<Long, Round> next = rounds.next(ids);
      for (JobLine job : page) {
        belong.add(job.id());
        Optional<Todo> todo =
            todo(
                state,
                making,
                space,
                job,
                Optional.ofNullable(stamps.getOrDefault(job.id(), Map.of()).get(Stage.APPLIED)),
                Optional.ofNullable(next.get(job.id())),
                Optional.ofNullable(rows.get(job.id())),
                own.getOrDefault(job.id(), List.of()));
        todo.ifPresent(write::add);
        same += todo.isEmpty() ? 1 : 0;
      }
      after = page.getLast().id();
      page = jobs.lines().at(state.plan().stages(), after, PAGE);
    }
    return new Work(write, leftOver(rows, belong), same);
  }

  private static List<KeptRow> leftOver(Map<Long, KeptRow> rows, Set<Long> belong) {
    return rows.values().stream()
        .filter(row -> row.state() == KeptRow.State.THERE && !belong.contains(row.job()))
        .sorted(java.util.Comparator.comparingLong(KeptRow::job))
        .toList();
  }

  private static Optional<Todo> todo(
      TrackerState state,
      RowMaking making,
      String space,
      JobLine job,
      Optional<Instant> applied,
      Optional<Round> next,
      Optional<KeptRow> kept,
      List<OwnValue> own) {
    if (kept.filter(row -> row.state() == KeptRow.State.GONE).isPresent()) {
      return Optional.empty();
    }
    String id = space + "-" + job.id();
    Map<String, String> before = kept.map(KeptRow::cells).orElse(Map.of());
    var cells = new LinkedHashMap<String, Cell>();
    var texts = new HashMap<String, String>();
    making
        .cells(id, job, applied, next)
        .forEach(
            (column, cell) -> {
              String text = CellText.of(cell);
              boolean nothing = cell instanceof Cell.Empty;
              if (!state.lost().contains(column)) {
                texts.put(column, text);
                if (!nothing || !before.getOrDefault(column, "").isEmpty()) {
                  cells.put(column, cell);
                }
              }
            });
    var going = new ArrayList<OwnValue>();
    var compared = new HashMap<>(texts);
    for (OwnValue value : own) {
      state
          .plan()
          .own(value.column())
          .filter(column -> !state.lost().contains(column.column()))
          .flatMap(column -> CellText.read(column.kind(), value.here()))
          .ifPresent(
              cell -> {
                cells.put(value.column(), cell);
                compared.put(value.column(), value.here());
                going.add(value);
              });
    }
    boolean isThere = kept.filter(row -> row.state() == KeptRow.State.THERE).isPresent();
    boolean differs =
        !isThere
            || !going.isEmpty()
            || texts.entrySet().stream()
                .anyMatch(each -> !each.getValue().equals(before.getOrDefault(each.getKey(), "")));
    boolean wasRefused =
        kept.flatMap(KeptRow::refused).filter(refused -> refused.equals(compared)).isPresent();
    if (!differs || wasRefused) {
      return Optional.empty();
    }
    var row = new TrackerRow(id, kept.flatMap(KeptRow::remoteId), cells);
    return Optional.of(new Todo(job.id(), job.title(), row, texts, going, kept));
  }
}
