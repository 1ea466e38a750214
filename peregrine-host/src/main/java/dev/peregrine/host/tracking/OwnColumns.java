package dev.peregrine.host.tracking;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.integration.SyncPoint;
import dev.peregrine.api.integration.Tracker;
import dev.peregrine.api.integration.TrackerRow.Cell;
import dev.peregrine.host.integrations.Integrations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the columns that the person keeps elsewhere; what both sides changed is theirs to decide.
 */
final class OwnColumns {

  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int LONGEST_TEXT = 20_000;

  private final Integrations integrations;
  private final Ledger ledger;

  OwnColumns(Integrations integrations, Ledger ledger) {
    this.integrations = integrations;
    this.ledger = ledger;
  }

  /**
   * @return how many values wait for the person
   */
  int pull(TrackerState state, String space) throws ExtensionException, InterruptedException {
    Plan plan = state.plan();
    var columns =
        plan.own().stream()
            .map(OwnColumn::column)
            .filter(column -> !state.lost().contains(column))
            .collect(Collectors.toSet());
    TableBook book = ledger.book(state.key(), plan.target());
    if (!columns.isEmpty()) {
      var pull =
          new Tracker.Pull(plan.target(), plan.column(Field.ID).orElseThrow().column(), columns);
      List<Tracker.Pulled> found = new ArrayList<>();
      SyncPoint point =
          integrations.call(
              state.key(),
              Tracker.class,
              LONGEST,
              (tracker, context) ->
                  tracker.pull(
                      pull,
                      state.pullPoint(),
                      context,
                      pulled -> {
                        synchronized (found) {
                          found.add(pulled);
                        }
                      }));
      List<Tracker.Pulled> read;
      synchronized (found) {
        read = List.copyOf(found);
      }
      take(plan, book, read, point.whole(), space);
      ledger.pulled(state.key(), point.token());
    }
    return (int) book.own(Optional.empty()).stream().filter(OwnValue::isConflict).count();
  }

  private static void take(
      Plan plan, TableBook book, List<Tracker.Pulled> read, boolean whole, String space) {
    Map<Long, KeptRow> rows = book.rows();
    var mentioned = new HashSet<Long>();
    for (Tracker.Pulled pulled : read) {
      Optional<KeptRow> row =
          job(pulled.row().externalId(), space).flatMap(job -> Optional.ofNullable(rows.get(job)));
      if (row.isEmpty()) {
        continue; // not ours
      }
      mentioned.add(row.get().job());
      if (pulled.gone()) {
        gone(book, row.get());
      } else {
        for (OwnColumn own : plan.own()) {
          Optional.ofNullable(pulled.row().cells().get(own.column()))
              .ifPresent(cell -> take(book, row.get().job(), own, cell));
        }
      }
    }
    if (whole && !mentioned.isEmpty()) {
      rows.values().stream()
          .filter(row -> !mentioned.contains(row.job()))
          .forEach(row -> gone(book, row));
    }
  }

  /** A row that the person deleted there is not put back against their will. */
  private static void gone(TableBook book, KeptRow row) {
    if (row.state() == KeptRow.State.THERE) {
      book.became(row.job(), KeptRow.State.GONE, "gone");
    }
  }

  private static void take(TableBook book, long job, OwnColumn own, Cell cell) {
    String theirs = CellText.cut(CellText.of(cell), LONGEST_TEXT);
    OwnValue _ =
        book.change(
            job,
            own.column(),
            value -> value.read(theirs),
            (before, after) -> told(own, before, after));
  }

  private static Optional<String[]> told(OwnColumn own, OwnValue before, OwnValue after) {
    if (after.isConflict()) {
      return before.there().equals(after.there())
          ? Optional.empty()
          : Optional.of(
              new String[] {
                "conflict",
                "%s: here \"%s\", there \"%s\""
                    .formatted(
                        own.name(), Diffs.line(after.here()), Diffs.line(after.there().orElse("")))
              });
    }
    return before.here().equals(after.here())
        ? Optional.empty()
        : Optional.of(new String[] {"read", diff(own, before.here(), after.here()).said()});
  }

  static Trial.Diff diff(OwnColumn own, String before, String after) {
    return new Trial.Diff(own.name(), Diffs.line(before), Diffs.line(after));
  }

  private static Optional<Long> job(String externalId, String space) {
    String begin = space + "-";
    String rest = externalId.startsWith(begin) ? externalId.substring(begin.length()) : "";
    return rest.matches("\\d{1,18}") ? Optional.of(Long.parseLong(rest)) : Optional.empty();
  }
}
