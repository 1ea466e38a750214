package dev.peregrine.plugin.board.indeed;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.Json;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.BoardQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A query in the words of Indeed's interface.
 *
 * @param easyApply whether only postings that can be applied to on Indeed are wanted
 * @param now when it is asked
 */
record IndeedSearch(BoardQuery query, boolean easyApply, Instant now) {

  private static final int USUAL_MILES = 50;

  /** The fields of a posting, all of which become part of it. */
  private static final String JOB =
      """
      job {
        key title datePublished dateOnIndeed
        description { html }
        location { countryName countryCode admin1Code city postalCode streetAddress
          formatted { short long } }
        compensation { currencyCode
          baseSalary { unitOfWork range { ...pay } }
          estimated { currencyCode baseSalary { unitOfWork range { ...pay } } } }
        attributes { key label }
        employer { name relativeCompanyPageUrl
          dossier {
            employerDetails { addresses briefDescription employeesLocalizedLabel industry
              revenueLocalizedLabel }
            images { squareLogoUrl }
            links { corporateWebsite } } }
        recruit { viewJobUrl detailedSalary workSchedule }
        source { name }
      }"""
          .replace(
              "...pay",
              "... on Range { min max } ... on AtLeast { min } ... on AtMost { max }"
                  + " ... on Exactly { value }");

  /** Asks for one posting. */
  static String posting(String key) {
    return "query { jobData(jobKeys: [%s]) { results { %s } } }".formatted(Json.quoted(key), JOB);
  }

  /**
   * Asks for a page of results.
   *
   * @param title empty for any
   * @param place empty for the whole country
   */
  String page(String title, String place, Optional<String> cursor) {
    var arguments = new ArrayList<String>();
    if (!title.isEmpty()) {
      arguments.add("what: " + Json.quoted(title));
    }
    if (!place.isEmpty()) {
      arguments.add(
          "location: { where: %s, radius: %d, radiusUnit: MILES }"
              .formatted(Json.quoted(place), miles()));
    }
    arguments.add("limit: 100");
    cursor.ifPresent(after -> arguments.add("cursor: " + Json.quoted(after)));
    arguments.add("sort: RELEVANCE");
    filter().ifPresent(filter -> arguments.add("filters: { %s }".formatted(filter)));
    return "query { jobSearch(%s) { pageInfo { nextCursor } results { %s } } }"
        .formatted(String.join(", ", arguments), JOB);
  }

  /**
   * Whether a posting fits, also by what Indeed was not asked for. Types that it does not tell fit;
   * without a mark of remote work it is on site.
   */
  boolean fits(Posting posting) {
    return query.fitsAge(posting, now)
        && query.fitsEmploymentType(posting)
        && hasWantedMode(posting);
  }

  private int miles() {
    return query.distanceMiles().orElse(USUAL_MILES);
  }

  /** Indeed takes one kind of filter; what cannot be seen in the postings goes first. */
  private Optional<String> filter() {
    if (easyApply) {
      return Optional.of("keyword: { field: \"indeedApplyScope\", keys: [\"DESKTOP\"] }");
    }
    if (query.maxAge().isPresent()) {
      long hours = Math.max(1, Math.ceilDiv(query.maxAge().get().toMinutes(), 60));
      return Optional.of("date: { field: \"dateOnIndeed\", start: \"%dh\" }".formatted(hours));
    }
    List<String> attributes =
        attributeKeys().stream()
            .map("{ keyword: { field: \"attributes\", keys: [\"%s\"] } }"::formatted)
            .toList();
    return attributes.isEmpty()
        ? Optional.empty()
        : Optional.of("composite: { filters: [%s] }".formatted(String.join(", ", attributes)));
  }

  /** One type or mode can be asked for; of several, which Indeed would join, the postings tell. */
  private List<String> attributeKeys() {
    var keys = new ArrayList<String>();
    if (query.employmentTypes().size() == 1) {
      EmploymentType only = query.employmentTypes().iterator().next();
      IndeedAttribute.keyOf(only).ifPresent(keys::add);
    }
    if (query.remote().size() == 1) {
      RemoteMode only = query.remote().iterator().next();
      IndeedAttribute.keyOf(only).ifPresent(keys::add);
    }
    return keys;
  }

  private boolean hasWantedMode(Posting posting) {
    return query.remote().isEmpty()
        || query.remote().contains(posting.remote().orElse(RemoteMode.ON_SITE));
  }
}
