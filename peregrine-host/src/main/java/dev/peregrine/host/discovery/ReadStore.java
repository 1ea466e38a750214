package dev.peregrine.host.discovery;

import dev.peregrine.host.discovery.BoardReadMapper.LastNew;
import dev.peregrine.host.discovery.BoardReadMapper.ReadRow;
import dev.peregrine.host.storage.Databases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Readings of boards in the current tenant's database. */
record ReadStore(Databases databases) {

  private static final int MOST = 60;
  private static final Duration MEMORY = Duration.ofDays(60);

  /** Stores a reading, held against the board's past, and gives in what it fell behind. */
  String add(String board, String breadth, BoardRead read) {
    return databases
        .current()
        .write(
            mappers -> {
              var mapper = mappers.of(BoardReadMapper.class);
              List<BoardRead> past =
                  mapper.right(board, breadth, read.at().minus(MEMORY), Drift.PAST).stream()
                      .map(ReadStore::read)
                      .toList();
              String changed = Drift.of(read, past);
              mapper.add(row(board, breadth, read.withChanged(changed)));
              mapper.keepLatest(board, MOST);
              return changed;
            });
  }

  /** The latest readings by board, the oldest first. */
  Map<String, List<BoardRead>> latest() {
    var byBoard = new LinkedHashMap<String, List<BoardRead>>();
    for (ReadRow row :
        databases.current().read(mappers -> mappers.of(BoardReadMapper.class).latest(Drift.PAST))) {
      byBoard.computeIfAbsent(row.board(), first -> new ArrayList<>()).add(read(row));
    }
    return byBoard;
  }

  /** When each board last brought something new. */
  Map<String, Instant> lastNew() {
    return databases.current().read(mappers -> mappers.of(BoardReadMapper.class).lastNew()).stream()
        .collect(Collectors.toMap(LastNew::board, LastNew::at));
  }

  long changed() {
    return databases.current().read(mappers -> mappers.of(BoardReadMapper.class).changed());
  }

  /** Takes a board's readings as right; gives whether any was not. */
  boolean accept(String board) {
    return databases
        .current()
        .write(mappers -> mappers.of(BoardReadMapper.class).accept(board) > 0);
  }

  private static ReadRow row(String board, String breadth, BoardRead read) {
    return new ReadRow(
        board,
        read.at(),
        read.state().key(),
        breadth,
        read.found(),
        read.kept(),
        read.skipped(),
        read.missed(),
        read.filled().getOrDefault(PostingField.COMPANY, 0),
        read.filled().getOrDefault(PostingField.PLACE, 0),
        read.filled().getOrDefault(PostingField.DATE, 0),
        read.filled().getOrDefault(PostingField.SALARY, 0),
        read.filled().getOrDefault(PostingField.DESCRIPTION, 0),
        read.filled().getOrDefault(PostingField.TYPE, 0),
        read.took().toMillis(),
        read.sentence(),
        read.changed());
  }

  private static BoardRead read(ReadRow row) {
    return new BoardRead(
        row.at(),
        OutcomeState.of(row.state()),
        row.found(),
        row.kept(),
        row.skipped(),
        row.missed(),
        Map.of(
            PostingField.COMPANY, row.company(),
            PostingField.PLACE, row.place(),
            PostingField.DATE, row.posted(),
            PostingField.SALARY, row.salary(),
            PostingField.DESCRIPTION, row.description(),
            PostingField.TYPE, row.employmentType()),
        Duration.ofMillis(row.millis()),
        row.sentence(),
        row.changed());
  }
}
