package dev.peregrine.host.pipeline;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param next where the next page begins; empty on the last
 * @param total how many there are in all pages, -1 where there are more than 10,000 or the words
 *     are so common that counting would keep the person waiting
 */
public record JobPage(List<JobRow> rows, Optional<String> next, long total) {

  public JobPage {
    rows = List.copyOf(rows);
  }
}
