package dev.peregrine.host.discovery;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A run while it goes on. */
record LiveRun(long id, long task, String label, Instant started, List<BoardLine> lines) {

  LiveRun {
    lines =
        lines.stream()
            .sorted(Comparator.comparing(BoardLine::name, String.CASE_INSENSITIVE_ORDER))
            .toList();
  }

  List<BoardOutcome> outcomes() {
    return lines.stream().map(BoardLine::outcome).toList();
  }

  RunView view() {
    return new RunView(id, task, label, started, Optional.empty(), outcomes());
  }
}
