package dev.peregrine.host.pipeline;

import dev.peregrine.host.pipeline.JobFilter.Order;
import dev.peregrine.host.pipeline.JobListMapper.RowData;
import dev.peregrine.host.pipeline.JobReadMapper.CountData;
import dev.peregrine.host.storage.Mappers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the page of a list. */
final class JobLists {

  private static final int MOST_COUNTED = 10_000;
  private static final int FEW = 100;

  /** How many of the newest hits of common words are sorted. */
  private static final int MOST_CANDIDATES = 3_000;

  private JobLists() {}

  static JobPage page(
      Mappers mappers, JobFilter filter, Optional<String> after, int size, LocalDate today) {
    Optional<JobCursor> cursor = after.map(text -> JobCursor.parse(text, filter.order()));
    boolean isFirst = cursor.isEmpty();
    // One row more than shown tells whether there is another page; some more on the first page of a
    // filter often are all there are, which spares walking along the whole index again to count.
    int asked = isFirst ? Math.max(size + 1, FEW) : size + 1;
    JobQuery query = JobQuery.of(filter, cursor, size + 1, today);
    JobListMapper lists = mappers.of(JobListMapper.class);
    if (query.words() != null) {
      return search(mappers, query, filter.order(), size);
    }
    boolean counted = query.isOnlyStages();
    List<RowData> rows = lists.page(counted ? query : JobQuery.of(filter, cursor, asked, today));
    boolean isAll = isFirst && rows.size() < (counted ? size + 1 : asked);
    return cut(mappers, rows, size, filter.order(), isAll ? rows.size() : total(mappers, query));
  }

  private static long total(Mappers mappers, JobQuery query) {
    long total =
        query.isOnlyStages()
            ? inStages(mappers, query)
            : mappers.of(JobListMapper.class).count(query);
    return total > MOST_COUNTED ? -1 : total;
  }

  private static long inStages(Mappers mappers, JobQuery query) {
    return mappers.of(JobReadMapper.class).counts().stream()
        .filter(count -> count.hidden() == query.hidden())
        .filter(count -> query.stages().contains(count.stage()))
        .mapToLong(CountData::jobs)
        .sum();
  }

  private static JobPage search(Mappers mappers, JobQuery query, Order order, int size) {
    if ("".equals(query.words())) {
      return new JobPage(List.of(), Optional.empty(), 0);
    }
    long all = mappers.of(JobReadMapper.class).counts().stream().mapToLong(CountData::jobs).sum();
    boolean few = !query.isOnlyStages() || inStages(mappers, query) < all * .3;
    List<RowData> rows = mappers.of(JobListMapper.class).search(query, few, MOST_CANDIDATES);
    long total = rows.isEmpty() ? 0 : rows.getFirst().candidates();
    return cut(mappers, rows, size, order, total == MOST_CANDIDATES ? -1 : total);
  }

  private static JobPage cut(
      Mappers mappers, List<RowData> rows, int size, Order order, long total) {
    boolean more = rows.size() > size;
    List<RowData> shown = more ? rows.subList(0, size) : rows;
    Map<Long, Applied> applied =
        JobReading.applied(mappers, shown.stream().map(RowData::id).toList());
    return new JobPage(
        shown.stream().map(data -> row(data, Optional.ofNullable(applied.get(data.id())))).toList(),
        more ? Optional.of(JobCursor.of(shown.getLast(), order).text()) : Optional.empty(),
        total);
  }

  static List<JobRow> rows(Mappers mappers, Collection<Long> ids) {
    Map<Long, Applied> applied = JobReading.applied(mappers, List.copyOf(ids));
    return mappers.of(JobListMapper.class).rows(StoredText.ids(ids)).stream()
        .map(data -> row(data, Optional.ofNullable(applied.get(data.id()))))
        .toList();
  }

  static List<JobRow> scoredSince(Mappers mappers, Instant since, int most) {
    return mappers.of(JobListMapper.class).scoredSince(since.toEpochMilli(), most).stream()
        .map(data -> row(data, Optional.empty()))
        .toList();
  }

  private static JobRow row(RowData data, Optional<Applied> applied) {
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
        JobReading.rejectedAfter(data.rejectionStage()),
        JobReading.ending(Stage.of(data.stage()), data.ending()),
        data.board(),
        data.boards(),
        Optional.ofNullable(data.posted()).map(LocalDate::ofEpochDay),
        Instant.ofEpochMilli(data.found()),
        JobReading.hidden(data.hiddenRule(), data.hiddenDetail()),
        applied);
  }
}
