package dev.peregrine.plugin.board.feed;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionContext;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Markup;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An {@code item} of RSS or an {@code entry} of Atom.
 *
 * @param item the element
 * @param fields what stands in it
 * @param channel the feed's title
 * @param feed where the feed was found
 */
record XmlEntry(
    Markup item, Fields fields, Optional<String> channel, URI feed, ExtensionContext context)
    implements Entry {

  private static final int MOST_TAGS = 50;

  static XmlEntry of(Markup item, Optional<String> channel, URI feed, ExtensionContext context) {
    return new XmlEntry(item, Fields.of(item), channel, feed, context);
  }

  @Override
  public Optional<String> heading() {
    // Many escape their headings twice, and some put tags into them.
    return item.text("> title")
        .flatMap(
            title ->
                title.matches("(?s).*[<&].*") ? context.html(title).text() : Optional.of(title));
  }

  @Override
  public Optional<URI> link() {
    return Stream.of("> link[rel=alternate]", "> link:not([rel])", "> link")
        .flatMap(css -> item.first(css).stream())
        .flatMap(link -> link.attribute("href").or(link::text).stream())
        .findFirst()
        .or(() -> fields.text("guid", "id").filter(id -> id.startsWith("http")))
        .flatMap(text -> HttpCall.address(feed, text));
  }

  @Override
  public Posting posting(Headings headings) throws ExtensionException {
    item.need("> title");
    String heading = heading().orElseThrow();
    URI link = link().orElseThrow();
    return Posting.of(
            Entry.nativeId(item.text("> guid").or(() -> item.text("> id")), link),
            headings.role(heading),
            link)
        .withCompany(company().or(() -> headings.company(heading)))
        .withPlaces(fields.places())
        .withRemote(remote())
        .withPosted(
            fields
                .text("pubdate", "published", "date", "updated")
                .flatMap(text -> Posting.day(text, context.clock())))
        .withCloses(closes())
        .withEmploymentTypes(
            fields
                .text("jobtype", "employmenttype", "contracttype", "type")
                .map(EmploymentType::parse)
                .orElse(Set.of()))
        .withSalary(fields.text("salary", "compensation", "salaryrange").flatMap(Salary::parse))
        .withDescription(description())
        .withTags(tags())
        .withDetail(PostingDetail.DEPARTMENT, fields.text("department"))
        .withDetail(PostingDetail.FUNCTION, fields.text("role", "jobfunction"))
        .withDetail(PostingDetail.COMPANY_LOGO, logo());
  }

  /** Feeds of Teamtailor are an employer's own and called by its name. */
  private Optional<String> company() {
    return fields
        .text("company", "companyname", "employer", "hiringorganization")
        .or(() -> item.first("tt|locations, tt|department").flatMap(own -> channel));
  }

  private Optional<RemoteMode> remote() {
    // Teamtailor writes "fully" where others write "fully remote".
    return fields
        .text("remotestatus", "remote", "workplacetype", "joblocationtype")
        .flatMap(word -> RemoteMode.parse(word).or(() -> RemoteMode.parse(word + " remote")))
        .or(() -> fields.remoteOfPlaces());
  }

  private Optional<Instant> closes() {
    return fields
        .text("expiresat", "expires", "expirydate", "expirationdate", "validthrough", "closingdate")
        .flatMap(
            text ->
                Posting.moment(text)
                    .or(() -> Posting.day(text, context.clock()).map(XmlEntry::endOfDay)));
  }

  private static Instant endOfDay(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private Optional<String> description() {
    return Stream.of("> content|encoded", "> content", "> description", "> summary")
        .flatMap(css -> item.first(css).stream())
        .flatMap(element -> XmlEntry.html(element).stream())
        .findFirst();
  }

  /** XHTML stands there as elements, all else as text. */
  private static Optional<String> html(Markup element) {
    return element.attribute("type").filter(type -> type.equals("xhtml")).isPresent()
        ? Optional.of(element.inner())
        : element.text();
  }

  private List<String> tags() {
    Stream<String> categories =
        item.select("> category").stream()
            .flatMap(
                category ->
                    category
                        .attribute("label")
                        .or(() -> category.attribute("term"))
                        .or(category::text)
                        .stream());
    Stream<String> skills =
        fields.text("skills").stream().flatMap(text -> Stream.of(text.split(",")));
    return Stream.concat(categories, skills)
        .map(tag -> tag.strip().replaceFirst("^and ", ""))
        .filter(tag -> !tag.isEmpty())
        .distinct()
        .limit(MOST_TAGS)
        .toList();
  }

  private Optional<String> logo() {
    return fields
        .text("companylogo", "logo")
        .or(
            () ->
                item.first("> media|content, > media|thumbnail")
                    .flatMap(image -> image.attribute("url"))
                    .filter(image -> image.contains("logo")))
        .flatMap(HttpCall::address)
        .map(URI::toString);
  }
}
