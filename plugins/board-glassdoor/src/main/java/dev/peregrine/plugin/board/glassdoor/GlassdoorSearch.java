package dev.peregrine.plugin.board.glassdoor;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.Json;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.BoardQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A query in the words of Glassdoor's interface.
 *
 * @param easyApply whether only postings that can be applied to on Glassdoor are wanted
 * @param now when it is asked
 */
record GlassdoorSearch(BoardQuery query, boolean easyApply, Instant now) {

  static final int PAGE = 30;

  /** What one search narrows: a title, a place and at most one type, each empty for any. */
  record Part(String title, String place, Optional<EmploymentType> type) {}

  private static final Map<EmploymentType, String> TYPES =
      Map.of(
          EmploymentType.FULL_TIME, "fulltime",
          EmploymentType.PART_TIME, "parttime",
          EmploymentType.CONTRACT, "contract",
          EmploymentType.INTERNSHIP, "internship",
          EmploymentType.TEMPORARY, "temporary",
          EmploymentType.APPRENTICESHIP, "apprenticeship");

  private static final String JOBVIEW =
      """
      header { ageInDays easyApply expired employerNameFromSearch employer { id name }
        goc jobCountryId jobLink jobTitleText isSponsoredJob adOrderSponsorshipLevel
        locationName locationType normalizedJobTitle payCurrency payPeriod
        payPeriodAdjustedPay { p10 p50 p90 } rating salarySource seoJobLink }
      job { listingId jobTitleText %s }
      overview { shortName squareLogoUrl }""";

  private static final String SEARCH =
      """
      query JobSearchResultsQuery($keyword: String, $locationId: Int, $locationType: LocationTypeEnum,
          $numJobsToShow: Int!, $pageNumber: Int, $pageCursor: String, $parameterUrlInput: String,
          $sort: String, $excludeJobListingIds: [Long!], $filterParams: [FilterParams]) {
        jobListings(contextHolder: { searchParams: { keyword: $keyword, locationId: $locationId,
            locationType: $locationType, numPerPage: $numJobsToShow, pageNumber: $pageNumber,
            pageCursor: $pageCursor, parameterUrlInput: $parameterUrlInput, sort: $sort,
            excludeJobListingIds: $excludeJobListingIds, filterParams: $filterParams,
            searchType: SR } }) {
          jobListings { jobview { %s } }
          paginationCursors { cursor pageNumber }
        }
      }"""
          .formatted(JOBVIEW.formatted("descriptionFragmentsText"));

  private static final String DETAIL =
      """
      query JobDetailQuery($jl: Long!, $queryString: String, $pageTypeEnum: PageTypeEnum) {
        jobview: jobView(listingId: $jl,
            contextHolder: { queryString: $queryString, pageTypeEnum: $pageTypeEnum }) { %s }
      }"""
          .formatted(JOBVIEW.formatted("description"));

  /** Asks for one posting. */
  static String posting(String id) {
    return """
        [{"operationName": "JobDetailQuery", "variables": {"jl": %s, "queryString": "",
          "pageTypeEnum": "SERP"}, "query": %s}]"""
        .formatted(id, Json.quoted(DETAIL));
  }

  /** The searches that together find what is wanted. */
  List<Part> parts() {
    var parts = new ArrayList<Part>();
    for (String place : query.locations().isEmpty() ? List.of("") : query.locations()) {
      for (String title : query.titles().isEmpty() ? List.of("") : query.titles()) {
        if (query.employmentTypes().isEmpty()) {
          parts.add(new Part(title, place, Optional.empty()));
        }
        query.employmentTypes().stream()
            .filter(TYPES::containsKey)
            .forEach(type -> parts.add(new Part(title, place, Optional.of(type))));
      }
    }
    return parts;
  }

  /** Types for which Glassdoor has no word. */
  Set<EmploymentType> unknownTypes() {
    return query.employmentTypes().stream()
        .filter(type -> !TYPES.containsKey(type))
        .collect(Collectors.toSet());
  }

  boolean isForRemoteOnly() {
    return query.remote().equals(Set.of(RemoteMode.REMOTE));
  }

  /** Asks for a page of results. */
  String page(Part part, GlassdoorPlace place, int page, Optional<String> cursor) {
    return """
        [{"operationName": "JobSearchResultsQuery", "variables": {"keyword": %s,
          "locationId": %s, "locationType": "%s", "numJobsToShow": %d, "pageNumber": %d,
          "pageCursor": %s, "parameterUrlInput": "IL.0,12_I%s%s", "sort": "date",
          "excludeJobListingIds": [], "filterParams": [%s]}, "query": %s}]"""
        .formatted(
            Json.quoted(part.title()),
            place.id(),
            place.kind(),
            PAGE,
            page,
            cursor.map(Json::quoted).orElse("null"),
            place.kind(),
            place.id(),
            String.join(", ", filters(part, place)),
            Json.quoted(SEARCH));
  }

  /** Whether a posting fits as far as it says. */
  boolean fits(Posting posting) {
    return query.fitsRemote(posting) && query.fitsAge(posting, now);
  }

  private List<String> filters(Part part, GlassdoorPlace place) {
    var filters = new ArrayList<String>();
    query
        .maxAge()
        .map(age -> Math.max(1, Math.ceilDiv(age.toHours(), 24)))
        .ifPresent(days -> filters.add(filter("fromAge", Long.toString(days))));
    part.type().map(TYPES::get).ifPresent(word -> filters.add(filter("jobType", word)));
    if (easyApply) {
      filters.add(filter("applicationType", "1"));
    }
    if (isForRemoteOnly() && !place.equals(GlassdoorPlace.REMOTE)) {
      filters.add(filter("remoteWorkType", "1"));
    }
    return filters;
  }

  private static String filter(String key, String value) {
    return "{\"filterKey\": %s, \"values\": %s}".formatted(Json.quoted(key), Json.quoted(value));
  }
}
