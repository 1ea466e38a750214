package dev.peregrine.host.research;

import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The page that SearXNG makes for people, in its simple theme and the older one. */
final class SearchPage {

  private static final int LONGEST = 2_000_000;

  private SearchPage() {}

  /** Empty where that is no such page. */
  static Optional<SearchAnswer> read(HttpReply reply, URI address) {
    String text = reply.text();
    Document page = Jsoup.parse(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    boolean isIt =
        page.selectFirst("#results, #urls, #main_results") != null
            || page.select("meta[name=generator]").attr("content").startsWith("searxng");
    if (!isIt) {
      return Optional.empty();
    }
    var hits = new ArrayList<SearchHit>();
    for (Element result : page.select("article.result, div.result")) {
      Element link = result.selectFirst("h3 a[href], h4 a[href], a.url_header[href]");
      if (link != null) {
        HttpCall.address(address, link.attr("href"))
            .filter(found -> !found.getHost().equals(address.getHost()))
            .ifPresent(
                found ->
                    hits.add(
                        new SearchHit(
                            found,
                            link.text(),
                            result.select("p.content, p.result-content").text(),
                            Optional.ofNullable(result.selectFirst("time[datetime]"))
                                .flatMap(time -> PageText.day(time.attr("datetime"))))));
      }
    }
    List<String> silent =
        page
            .select(
                "#engines_msg .engine-name, .dialog-error-block a, #engines_msg tr td:first-child")
            .eachText()
            .stream()
            .distinct()
            .toList();
    return Optional.of(new SearchAnswer(hits, silent, true));
  }
}
