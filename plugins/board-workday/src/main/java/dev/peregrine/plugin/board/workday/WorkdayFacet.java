package dev.peregrine.plugin.board.workday;

import dev.peregrine.api.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One value by which an employer's postings can be narrowed, such as a place.
 *
 * @param count how many postings have it
 */
record WorkdayFacet(String parameter, String id, int count) {

  /**
   * The values of that facet whose largest part is smallest; none where there are no facets.
   *
   * @param facets as an answer has them; one may hold others in place of values
   */
  static List<WorkdayFacet> finest(Json facets) {
    var all = new ArrayList<List<WorkdayFacet>>();
    collect(facets, all);
    return all.stream()
        .filter(values -> values.size() > 1)
        .min(Comparator.comparingInt(WorkdayFacet::largest))
        .orElse(List.of());
  }

  private static void collect(Json facets, List<List<WorkdayFacet>> all) {
    for (Json facet : facets.items()) {
      String parameter = facet.at("facetParameter").text().orElse("");
      var values = new ArrayList<WorkdayFacet>();
      for (Json value : facet.at("values").items()) {
        value
            .at("id")
            .text()
            .ifPresent(
                id ->
                    values.add(
                        new WorkdayFacet(parameter, id, WorkdayApi.count(value.at("count")))));
      }
      if (!parameter.isEmpty()) {
        all.add(values);
      }
      // A group of facets holds them where others hold values; it is two floors high.
      if (values.isEmpty()) {
        collect(facet.at("values"), all);
      }
    }
  }

  private static int largest(List<WorkdayFacet> values) {
    return values.stream().mapToInt(WorkdayFacet::count).max().orElse(Integer.MAX_VALUE);
  }
}
