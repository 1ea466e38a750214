package dev.peregrine.host.intake;

import dev.peregrine.api.Posting;
import dev.peregrine.host.http.MarkupView;
import dev.peregrine.host.http.PageContext;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads the posting that a web page shows: structured data first, then microdata, then the words
 * that pages give to link previews.
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

  /** The posting; of several that of the page's own address. Empty where the page shows none. */
  static Optional<Read> read(String html, URI address) {
    List<Posting> postings =
        Posting.inPage(MarkupView.html(html, address.toString()), new PageContext(), address);
    return postings.stream()
        .filter(posting -> posting.url().equals(address))
        .findFirst()
        .or(() -> postings.stream().findFirst())
        .map(posting -> new Read(posting, true))
        .or(() -> preview(Jsoup.parse(html), address).map(found -> new Read(found, false)));
  }

  /** The address that a page names as its own, for a page that comes as a file. */
  static Optional<URI> ownAddress(String html) {
    Document page = Jsoup.parse(html);
    return attribute(page, "link[rel=canonical]", "href")
        .or(() -> attribute(page, "meta[property=og:url]", "content"))
        .flatMap(Links::of);
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

  private static Optional<String> attribute(Document page, String css, String name) {
    List<Element> found = page.select(css);
    return found.stream()
        .map(element -> element.attr(name).strip())
        .filter(text -> !text.isEmpty())
        .findFirst();
  }
}
