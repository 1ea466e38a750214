package dev.peregrine.plugin.board.linkedin;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Markup;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The page of one posting, whole or the part of it that the list loads beside itself. */
record LinkedInDetail(Markup page, InstantSource clock) {

  private static final String TITLE = ".top-card-layout__title, .topcard__title";
  private static final Pattern EMPLOYERS_OWN = Pattern.compile("[?&]url=([^&\"<>\\s]+)");

  /** Whether the page is one of a posting, and not a list or something else. */
  boolean isOne() {
    return page.first(TITLE).isPresent() && page.first(".description").isPresent();
  }

  /** Where the page says that it is to be read; empty for a part of a page. */
  Optional<LinkedInAddress> address() {
    return Stream.of(
            page.first("link[rel=canonical]").flatMap(link -> link.attribute("href")),
            page.first("meta[property=\"og:url\"]").flatMap(meta -> meta.attribute("content")),
            page.first("a.topcard__link").flatMap(link -> link.attribute("href")))
        .flatMap(Optional::stream)
        .flatMap(text -> LinkedInAddress.parse(text).stream())
        .filter(address -> address.posting().isPresent())
        .findFirst();
  }

  /** The posting that the page shows. */
  Posting posting(String id, URI address) throws ExtensionException {
    return addedTo(Posting.of(id, page.need(TITLE), address));
  }

  /** A posting of the list with what only its page tells. */
  Posting addedTo(Posting known) {
    Optional<Place> place = page.text(".topcard__flavor--bullet").flatMap(LinkedInPlace::parse);
    Optional<Markup> company = page.first(".topcard__flavor");
    return known
        .withCompany(known.company().or(() -> company.flatMap(Markup::text)))
        .withPlaces(known.places().isEmpty() ? place.stream().toList() : known.places())
        .withRemote(
            known.remote().or(() -> place.flatMap(where -> RemoteMode.ofPlace(where.text()))))
        .withPosted(
            known
                .posted()
                .or(
                    () ->
                        page.text(".posted-time-ago__text")
                            .flatMap(text -> Posting.day(text, clock))))
        .withEmploymentTypes(
            criterion("Employment type").map(EmploymentType::parse).orElse(Set.of()))
        .withSalary(page.text(".compensation__salary").flatMap(Salary::parse).or(known::salary))
        .withDescription(page.first(".show-more-less-html__markup").map(Markup::inner))
        .withApplyUrl(page.first("code#applyUrl").map(Markup::inner).flatMap(this::employersOwn))
        .withDetail(PostingDetail.LEVEL, criterion("Seniority level"))
        .withDetail(PostingDetail.FUNCTION, criterion("Job function"))
        .withDetail(PostingDetail.INDUSTRY, criterion("Industries"))
        .withDetail(PostingDetail.APPLICANTS, page.text(".num-applicants__caption"))
        .withDetail(PostingDetail.COMPANY_PAGE, company.flatMap(LinkedInCard::page))
        .withDetail(
            PostingDetail.COMPANY_LOGO,
            page.first(".top-card-layout__card").flatMap(LinkedInCard::logo));
  }

  /** What stands below one of the headings under the description. */
  private Optional<String> criterion(String heading) {
    List<Markup> items = page.select(".description__job-criteria-item");
    return items.stream()
        .filter(
            item ->
                item.text(".description__job-criteria-subheader")
                    .filter(heading::equalsIgnoreCase)
                    .isPresent())
        .flatMap(item -> item.text(".description__job-criteria-text").stream())
        .filter(text -> !text.equalsIgnoreCase("Not applicable"))
        .findFirst();
  }

  /** LinkedIn's hop page names the employer's own one in a parameter. */
  private Optional<URI> employersOwn(String hop) {
    Matcher address = EMPLOYERS_OWN.matcher(hop.replace("&amp;", "&"));
    if (!address.find()) {
      return Optional.empty();
    }
    try {
      return HttpCall.address(URLDecoder.decode(address.group(1), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }
}
