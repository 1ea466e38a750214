package dev.peregrine.plugin.board.naukri;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Json;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code jobDetails} of the answer for a single posting: what the list has not. */
record NaukriDetail(Json detail) {

  /** A posting of which nothing is known but its address. */
  Posting posting(String id, URI address, InstantSource clock) throws ExtensionException {
    Json company = detail.at("companyDetail");
    return complete(
        Posting.of(id, detail.at("title").need(), address)
            .withCompany(company.at("name").text())
            .withPlaces(
                labels(detail.at("locations")).stream().flatMap(NaukriDetail::place).toList())
            .withPosted(detail.at("createdDate").text().flatMap(day -> Posting.day(day, clock)))
            .withSalary(NaukriRow.salary(detail.at("salaryDetail")))
            .withTags(skills()));
  }

  /** A posting of the list with the rest. */
  Posting complete(Posting found) {
    Json company = detail.at("companyDetail");
    return found
        .withDescription(detail.at("description").text().or(found::description))
        .withEmploymentTypes(
            detail.at("employmentType").text().map(EmploymentType::parse).orElse(Set.of()))
        .withDetail(PostingDetail.INDUSTRY, detail.at("industry").text())
        .withDetail(PostingDetail.FUNCTION, detail.at("functionalArea").text())
        .withDetail(PostingDetail.VACANCIES, detail.at("vacancy").text())
        .withDetail(PostingDetail.APPLICANTS, detail.at("applyCount").text())
        .withDetail(PostingDetail.COMPANY_ABOUT, company.at("details").text())
        .withDetail(
            PostingDetail.COMPANY_SITE,
            company.at("websiteUrl").text().flatMap(HttpCall::address).map(URI::toString));
  }

  private List<String> skills() {
    return detail.at("keySkills").items().stream()
        .flatMap(kind -> labels(kind).stream())
        .distinct()
        .toList();
  }

  private static List<String> labels(Json list) {
    return list.items().stream().flatMap(item -> item.at("label").text().stream()).toList();
  }

  private static Stream<Place> place(String label) {
    return NaukriRow.places(label).stream();
  }

  static Optional<NaukriDetail> of(Json answer) {
    return Optional.of(answer.at("jobDetails")).filter(Json::isObject).map(NaukriDetail::new);
  }
}
