package dev.peregrine.host.pipeline;

import dev.peregrine.host.pipeline.JobFilter.Order;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A filter and a position as SQL takes them.
 *
 * @param column what is sorted by, {@code direction} how, {@code beyond} what comes after
 * @param afterKey the sort key of the last row of the page before
 */
record JobQuery(
    List<String> stages,
    boolean hidden,
    @Nullable String words,
    List<String> remote,
    @Nullable String board,
    @Nullable Integer minScore,
    @Nullable Long sinceDay,
    @Nullable Long minPay,
    @Nullable String hiddenBy,
    String column,
    String direction,
    String beyond,
    @Nullable Object afterKey,
    @Nullable Long afterId,
    int limit) {

  private static final BigDecimal MOST_PAY = BigDecimal.valueOf(Long.MAX_VALUE);

  static JobQuery of(JobFilter filter, Optional<JobCursor> after, int limit, LocalDate today) {
    boolean ascending = filter.order() == Order.COMPANY;
    return new JobQuery(
        filter
            .stage()
            .map(stage -> List.of(stage.key()))
            .orElseGet(() -> Arrays.stream(Stage.values()).map(Stage::key).toList()),
        filter.hiddenOnly(),
        filter.words().map(SearchWords::query).orElse(null),
        filter.remote().stream()
            .map(mode -> mode.name().toLowerCase(Locale.ROOT))
            .sorted()
            .toList(),
        filter.board().orElse(null),
        filter.minScore().isPresent() ? filter.minScore().getAsInt() : null,
        filter.maxAgeDays().isPresent()
            ? today.toEpochDay() - filter.maxAgeDays().getAsInt()
            : null,
        filter.minAnnualPay().map(pay -> pay.min(MOST_PAY).longValue()).orElse(null),
        filter.hiddenBy().orElse(null),
        JobCursor.column(filter.order()),
        ascending ? "ASC" : "DESC",
        ascending ? ">" : "<",
        after.map(JobCursor::key).orElse(null),
        after.map(JobCursor::id).orElse(null),
        limit);
  }

  /** Whether nothing but the stage, and perhaps words, is asked for. */
  boolean isOnlyStages() {
    return remote.isEmpty()
        && board == null
        && minScore == null
        && sinceDay == null
        && minPay == null
        && hiddenBy == null;
  }
}
