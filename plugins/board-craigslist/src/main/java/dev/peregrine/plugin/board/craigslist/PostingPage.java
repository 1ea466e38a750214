package dev.peregrine.plugin.board.craigslist;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Markup;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The page of one posting. */
record PostingPage(Markup page, InstantSource clock) {

  /** Empty where the posting has expired or was taken down. */
  static Optional<PostingPage> of(Markup page, InstantSource clock) {
    return page.first("#postingbody").isPresent() && page.first(".removed").isEmpty()
        ? Optional.of(new PostingPage(page, clock))
        : Optional.empty();
  }

  String title() throws ExtensionException {
    return page.need("#titletextonly");
  }

  Posting complete(Posting found) {
    Optional<String> pay = attribute("compensation");
    return found
        .withCompany(page.text(".company-name").or(found::company))
        .withPlaces(found.places().isEmpty() ? places() : found.places())
        .withRemote(remote().or(found::remote))
        .withPosted(posted())
        .withSalary(pay.flatMap(Salary::parse).or(found::salary))
        .withEmploymentTypes(
            attribute("employment type").map(EmploymentType::parse).orElse(Set.of()))
        .withDescription(page.first("#postingbody").map(PostingPage::body))
        .withTags(
            Stream.concat(found.tags().stream(), attribute("job title").stream())
                .distinct()
                .toList());
  }

  private List<Place> places() {
    return page
        .text("#titletextonly ~ small")
        .or(() -> page.text(".mapaddress"))
        .map(text -> text.replaceAll("^\\(|\\)$", ""))
        .flatMap(Place::parse)
        .stream()
        .toList();
  }

  private Optional<RemoteMode> remote() {
    return attributes()
            .anyMatch(text -> text.startsWith("telecommuting") || text.startsWith("remote"))
        ? Optional.of(RemoteMode.REMOTE)
        : Optional.empty();
  }

  /** The first time is that of the posting, a later one that of its last change. */
  private Optional<LocalDate> posted() {
    return page.first("time.timeago[datetime]")
        .flatMap(time -> time.attribute("datetime"))
        .flatMap(time -> Posting.day(time, clock));
  }

  private Optional<String> attribute(String name) {
    return attributes()
        .filter(text -> text.startsWith(name + ":"))
        .map(text -> text.substring(name.length() + 1).strip())
        .findFirst();
  }

  private Stream<String> attributes() {
    return page.select(".attrgroup > span, .attrgroup > .attr").stream()
        .flatMap(attribute -> attribute.text().stream());
  }

  /** Without the words that are only for print. */
  private static String body(Markup body) {
    String html = body.inner();
    return body.text(".print-information").map(print -> html.replace(print, "")).orElse(html);
  }
}
