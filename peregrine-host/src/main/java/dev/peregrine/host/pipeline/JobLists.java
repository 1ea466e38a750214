package dev.peregrine.host.pipeline;

import dev.peregrine.host.pipeline.JobFilter.Order;
import dev.peregrine.host.pipeline.JobListMapper.RowData;
import dev.peregrine.host.storage.Mappers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the page of a list. */
final class JobLists {

  private static final int MOST_COUNTED = 10_000;

  /** How many newest hits of words are looked at, and how many that pass the filters. */
  private static final int MOST_HITS = 20_000;

  private static final int MOST_CANDIDATES = 2_000;

  private JobLists() {}

  private record Hit(String key, long id) {}

  static JobPage page(
      Mappers mappers, JobFilter filter, Optional<String> after, int size, LocalDate today) {
    Optional<JobCursor> cursor = after.map(text -> JobCursor.parse(text, filter.order()));
    // One row more than shown tells whether there is another page.
    JobQuery query = JobQuery.of(filter, cursor, size + 1, today);
    JobListMapper lists = mappers.of(JobListMapper.class);
    if (query.words() != null) {
      return search(lists, query, filter.order(), cursor, size);
    }
    List<RowData> rows = lists.page(query);
    return cut(rows, size, filter.order(), total(mappers, query));
  }

  private static long total(Mappers mappers, JobQuery query) {
    long total =
        query.isOnlyStages()
            ? mappers.of(JobReadMapper.class).counts().stream()
                .filter(count -> count.hidden() == query.hidden())
                .filter(count -> query.stages().contains(count.stage()))
                .mapToLong(JobReadMapper.CountData::jobs)
                .sum()
            : mappers.of(JobListMapper.class).count(query);
    return total > MOST_COUNTED ? -1 : total;
  }

  private static JobPage search(
      JobListMapper lists, JobQuery query, Order order, Optional<JobCursor> cursor, int size) {
    if ("".equals(query.words())) {
      return new JobPage(List.of(), Optional.empty(), 0);
    }
    List<Hit> hits = hits(lists, query, order);
    List<Long> page =
        hits.stream()
            .filter(hit -> cursor.isEmpty() || order(order).compare(hit, at(cursor.get())) > 0)
            .limit(size + 1L)
            .map(Hit::id)
            .toList();
    return cut(
        lists.rows(StoredText.ids(page)),
        size,
        order,
        hits.size() == MOST_CANDIDATES ? -1 : hits.size());
  }

  private static List<Hit> hits(JobListMapper lists, JobQuery query, Order order) {
    String lines = lists.hits(query, MOST_HITS, MOST_CANDIDATES);
    if (lines == null) {
      return List.of();
    }
    return lines
        .lines()
        .map(
            line -> {
              int blank = line.indexOf(' ');
              return new Hit(line.substring(blank + 1), Long.parseLong(line, 0, blank, 10));
            })
        .sorted(order(order))
        .toList();
  }

  private static Hit at(JobCursor cursor) {
    return new Hit(String.valueOf(cursor.key()), cursor.id());
  }

  private static Comparator<Hit> order(Order order) {
    return order == Order.COMPANY
        ? Comparator.comparing(Hit::key).thenComparing(Hit::id)
        : Comparator.<Hit>comparingDouble(hit -> Double.parseDouble(hit.key))
            .thenComparing(Hit::id)
            .reversed();
  }

  private static JobPage cut(List<RowData> rows, int size, Order order, long total) {
    boolean more = rows.size() > size;
    List<RowData> shown = more ? rows.subList(0, size) : rows;
    return new JobPage(
        shown.stream().map(JobLists::row).toList(),
        more ? Optional.of(JobCursor.of(shown.getLast(), order).text()) : Optional.empty(),
        total);
  }

  private static JobRow row(RowData data) {
    return new JobRow(
        data.id(),
        data.title(),
        Optional.ofNullable(data.company()),
        Optional.ofNullable(data.place()),
        JobReading.remote(data.remote()),
        new SalaryData(
                data.salaryMin(),
                data.salaryMax(),
                data.salaryCurrency(),
                data.salaryPeriod(),
                data.salaryOrigin())
            .salary(),
        Optional.ofNullable(data.matchScore()),
        data.unscorable(),
        Stage.of(data.stage()),
        data.board(),
        data.boards(),
        Optional.ofNullable(data.posted()).map(LocalDate::ofEpochDay),
        Instant.ofEpochMilli(data.found()),
        JobReading.hidden(data.hiddenRule(), data.hiddenDetail()));
  }
}
