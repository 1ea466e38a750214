package dev.peregrine.plugin.board.workday;

import dev.peregrine.api.Json;
import java.util.Optional;

/**
 * Which of an employer's postings are asked for.
 *
 * @param text words that a posting has; blank for all
 * @param facet the value of a facet that it has
 */
record WorkdayQuestion(String text, Optional<WorkdayFacet> facet) {

  static final WorkdayQuestion ALL = new WorkdayQuestion("", Optional.empty());

  WorkdayQuestion within(WorkdayFacet part) {
    return new WorkdayQuestion(text, Optional.of(part));
  }

  /** The body of a call for one page. */
  String json(int limit, int offset) {
    String facets =
        facet
            .map(one -> "%s: [%s]".formatted(Json.quoted(one.parameter()), Json.quoted(one.id())))
            .orElse("");
    return "{\"appliedFacets\": {%s}, \"limit\": %d, \"offset\": %d, \"searchText\": %s}"
        .formatted(facets, limit, offset, Json.quoted(text));
  }
}
