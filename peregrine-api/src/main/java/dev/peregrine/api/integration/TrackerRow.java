package dev.peregrine.api.integration;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A job as a row of a {@link TrackerTarget}.
 *
 * @param externalId Peregrine's lasting id of the job, unique over all tenants
 * @param remoteId the service's id of the row, where it is known from before; a hint, for the row
 *     may have been deleted since
 * @param cells by the id of their column
 * @since 0.1
 */
public record TrackerRow(String externalId, Optional<String> remoteId, Map<String, Cell> cells) {

  /** The value of one column, of the kind that the column holds. */
  public sealed interface Cell {

    /** For columns of kind {@code TITLE} and {@code TEXT}. */
    record Text(String text) implements Cell {}

    /** For columns of kind {@code NUMBER}. */
    record Number(BigDecimal number) implements Cell {}

    /** For columns of kind {@code DATE}. */
    record Day(LocalDate day) implements Cell {}

    /** For columns of kind {@code DATE}, to the second. */
    record Moment(Instant moment) implements Cell {}

    /** For columns of kind {@code LINK}. */
    record Link(URI address) implements Cell {}

    /** For columns of kind {@code CHOICE}, with one word, and {@code CHOICES}. */
    record Choices(List<String> words) implements Cell {
      public Choices {
        words = List.copyOf(words);
      }
    }

    /** For columns of kind {@code CHECK}. */
    record Check(boolean checked) implements Cell {}

    /** Nothing: the column is emptied. */
    record Empty() implements Cell {}
  }

  public TrackerRow {
    if (externalId.isBlank()) {
      throw new IllegalArgumentException("A row's external id is blank.");
    }
    Objects.requireNonNull(remoteId);
    cells = Map.copyOf(cells);
  }
}
