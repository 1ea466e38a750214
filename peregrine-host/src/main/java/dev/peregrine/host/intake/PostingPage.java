package dev.peregrine.host.intake;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads the posting that a web page shows: structured data first, then microdata, then the words
 * that pages give to link previews.
 *
 * <p>Source: schema.org JobPosting, https://schema.org/JobPosting.
 */
final class PostingPage {

  /**
   * A posting and how well it is known.
   *
   * @param isWhole false where the page has no structured data, so that only title and a summary
   *     are known
   */
  record Read(Posting posting, boolean isWhole) {}

  private PostingPage() {}

  /** The posting; empty where the page shows none. */
  static Optional<Read> read(String html, URI address) {
    Document page = Jsoup.parse(html, address.toString());
    Optional<Posting> posting =
        JobPostingData.find(page)
            .flatMap(data -> JobPostingData.posting(data, address))
            .or(() -> microdata(page, address));
    if (posting.isPresent()) {
      return posting.map(found -> new Read(found, true));
    }
    return preview(page, address).map(found -> new Read(found, false));
  }

  /** The address that a page names as its own, for a page that comes as a file. */
  static Optional<URI> ownAddress(String html) {
    Document page = Jsoup.parse(html);
    return attribute(page, "link[rel=canonical]", "href")
        .or(() -> attribute(page, "meta[property=og:url]", "content"))
        .flatMap(Links::of);
  }

  private static Optional<Posting> microdata(Document page, URI address) {
    Element scope = page.selectFirst("[itemtype~=(?i)schema\\.org/JobPosting]");
    if (scope == null) {
      return Optional.empty();
    }
    Optional<String> title = property(scope, "title");
    if (title.isEmpty()) {
      return Optional.empty();
    }
    Element employer = scope.selectFirst("[itemprop=hiringOrganization]");
    Element description = scope.selectFirst("[itemprop=description]");
    Optional<String> mode = property(scope, "jobLocationType");
    return Optional.of(
        Posting.of(address.toString(), title.get(), address)
            .withCompany(
                employer == null
                    ? Optional.empty()
                    : property(employer, "name").or(() -> text(employer)))
            .withPlaces(
                Place.of(
                        property(scope, "addressLocality"),
                        property(scope, "addressRegion"),
                        property(scope, "addressCountry"))
                    .or(() -> property(scope, "jobLocation").flatMap(Place::of))
                    .stream()
                    .toList())
            .withRemote(mode.flatMap(RemoteMode::parse))
            .withPosted(property(scope, "datePosted").flatMap(JobPostingData::day))
            .withEmploymentTypes(
                property(scope, "employmentType").map(EmploymentType::parse).orElse(Set.of()))
            .withSalary(JobPostingPay.of(scope))
            .withDescription(Optional.ofNullable(description).map(Element::html)));
  }

  private static Optional<Posting> preview(Document page, URI address) {
    Optional<String> title =
        attribute(page, "meta[property=og:title]", "content")
            .or(() -> Optional.of(page.title().strip()).filter(text -> !text.isEmpty()));
    if (title.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> summary =
        attribute(page, "meta[property=og:description]", "content")
            .or(() -> attribute(page, "meta[name=description]", "content"));
    String shown = title.get().length() > 300 ? title.get().substring(0, 300) : title.get();
    return Optional.of(
        Posting.of(address.toString(), shown, address).withDescription(summary.map(Pasted::html)));
  }

  private static Optional<String> property(Element scope, String name) {
    for (Element element : scope.select("[itemprop=" + name + "]")) {
      Optional<String> value =
          Optional.of(element.attr("content").strip())
              .filter(text -> !text.isEmpty())
              .or(
                  () ->
                      Optional.of(element.attr("datetime").strip()).filter(text -> !text.isEmpty()))
              .or(() -> text(element));
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> text(Element element) {
    return Optional.of(element.text().strip()).filter(text -> !text.isEmpty());
  }

  private static Optional<String> attribute(Document page, String css, String name) {
    List<Element> found = page.select(css);
    return found.stream()
        .map(element -> element.attr(name).strip())
        .filter(text -> !text.isEmpty())
        .findFirst();
  }
}
