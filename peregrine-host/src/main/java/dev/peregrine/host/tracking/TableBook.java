package dev.peregrine.host.tracking;

import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.storage.Mappers;
import dev.peregrine.host.tracking.RowMapper.OwnData;
import dev.peregrine.host.tracking.RowMapper.RowData;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** What is known of the rows of one table. */
final class TableBook {

  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final Databases databases;
  private final String key;
  private final String target;
  private final InstantSource clock;

  TableBook(Databases databases, String key, String target, InstantSource clock) {
    this.databases = databases;
    this.key = key;
    this.target = target;
    this.clock = clock;
  }

  /** All rows, by job. */
  Map<Long, KeptRow> rows() {
    var rows = new HashMap<Long, KeptRow>();
    read(mapper -> mapper.rows(key, target, null)).forEach(data -> rows.put(data.job(), row(data)));
    return rows;
  }

  Optional<KeptRow> row(long job) {
    return read(mapper -> mapper.rows(key, target, job)).stream().map(TableBook::row).findFirst();
  }

  private static KeptRow row(RowData data) {
    return new KeptRow(
        data.job(),
        Optional.ofNullable(data.remoteId()),
        Optional.ofNullable(data.link()).map(URI::create),
        KeptRow.State.valueOf(data.state().toUpperCase(Locale.ROOT)),
        texts(data.cells()),
        Optional.ofNullable(data.written()).map(Instant::ofEpochMilli),
        data.problem(),
        Optional.ofNullable(data.refused()).map(TableBook::texts));
  }

  private static Map<String, String> texts(String json) {
    return Ledger.JSON.readValue(json, TEXTS);
  }

  /** How many rows are in which state, and how many could not be written. */
  record Counts(Map<KeptRow.State, Long> rows, long failed) {
    long there() {
      return rows.getOrDefault(KeptRow.State.THERE, 0L);
    }
  }

  Counts counts() {
    var rows = new EnumMap<KeptRow.State, Long>(KeptRow.State.class);
    long failed = 0;
    for (var count : read(mapper -> mapper.counts(key, target))) {
      rows.put(KeptRow.State.valueOf(count.state().toUpperCase(Locale.ROOT)), count.rows());
      failed += count.failed();
    }
    return new Counts(rows, failed);
  }

  /**
   * Notes that a row says this now.
   *
   * @param own values that went there with it
   */
  void written(
      long job,
      Optional<String> remoteId,
      Optional<URI> link,
      Map<String, String> cells,
      List<OwnValue> own,
      Optional<String> what,
      String detail) {
    databases
        .current()
        .write(
            mappers -> {
              RowMapper rows = mappers.of(RowMapper.class);
              rows.written(
                  key,
                  target,
                  job,
                  remoteId.orElse(null),
                  link.map(URI::toString).orElse(null),
                  Ledger.JSON.writeValueAsString(cells),
                  clock.millis());
              own.forEach(value -> took(rows, value));
              what.ifPresent(word -> log(mappers, job, word, detail));
              return true;
            });
  }

  /** Unless the person wrote something else meanwhile: then that has still to go. */
  private void took(RowMapper rows, OwnValue sent) {
    rows.own(key, target, sent.job()).stream()
        .map(TableBook::value)
        .filter(now -> now.column().equals(sent.column()))
        .forEach(
            now ->
                keep(
                    rows,
                    now.here().equals(sent.here())
                        ? now.taken()
                        : new OwnValue(
                            now.job(), now.column(), now.here(), sent.here(), now.there())));
  }

  /**
   * Notes that a row was not written.
   *
   * @param refused what is not to be sent again as it is; empty where it may
   */
  void failed(long job, String problem, Optional<Map<String, String>> refused) {
    @Nullable String json = refused.map(Ledger.JSON::writeValueAsString).orElse(null);
    databases
        .current()
        .write(
            mappers -> {
              boolean again =
                  mappers.of(RowMapper.class).rows(key, target, job).stream()
                      .anyMatch(row -> row.problem().equals(problem));
              mappers.of(RowMapper.class).failed(key, target, job, problem, json);
              if (!again) {
                log(mappers, job, "failed", problem);
              }
              return true;
            });
  }

  /** Notes that a row is out of sight. */
  void became(long job, KeptRow.State state, String what) {
    databases
        .current()
        .write(
            mappers -> {
              int changed =
                  mappers
                      .of(RowMapper.class)
                      .became(
                          key, target, job, state.name().toLowerCase(Locale.ROOT), clock.millis());
              if (changed > 0) {
                log(mappers, job, what, "");
              }
              return true;
            });
  }

  /** Has rows that were refused sent again. */
  void tryRefused() {
    int _ =
        databases.current().write(mappers -> mappers.of(RowMapper.class).tryRefused(key, target));
  }

  /** Values of the person's own columns; of one job where one is named. */
  List<OwnValue> own(Optional<Long> job) {
    return read(mapper -> mapper.own(key, target, job.orElse(null))).stream()
        .map(TableBook::value)
        .toList();
  }

  private static OwnValue value(OwnData data) {
    return new OwnValue(
        data.job(), data.columnId(), data.here(), data.base(), Optional.ofNullable(data.there()));
  }

  /**
   * Changes a value.
   *
   * @param what happened, for the log, by the value before and after; empty for nothing
   */
  OwnValue change(
      long job,
      String column,
      UnaryOperator<OwnValue> how,
      java.util.function.BiFunction<OwnValue, OwnValue, Optional<String[]>> what) {
    return databases
        .current()
        .write(
            mappers -> {
              RowMapper rows = mappers.of(RowMapper.class);
              OwnValue before =
                  rows.own(key, target, job).stream()
                      .map(TableBook::value)
                      .filter(value -> value.column().equals(column))
                      .findFirst()
                      .orElseGet(() -> new OwnValue(job, column, "", "", Optional.empty()));
              OwnValue after = how.apply(before);
              if (!after.equals(before)) {
                keep(rows, after);
                what.apply(before, after).ifPresent(told -> log(mappers, job, told[0], told[1]));
              }
              return after;
            });
  }

  private void keep(RowMapper rows, OwnValue value) {
    rows.keepOwn(
        key,
        target,
        value.job(),
        value.column(),
        value.here(),
        value.base(),
        value.there().orElse(null));
  }

  private void log(Mappers mappers, long job, String what, String detail) {
    mappers.of(TrackingMapper.class).note(key, job, clock.millis(), what, detail);
  }

  private <T> T read(Function<RowMapper, T> work) {
    return databases.current().read(mappers -> work.apply(mappers.of(RowMapper.class)));
  }
}
