package dev.peregrine.host.research;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Http;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
import dev.peregrine.host.http.Given;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.research.Looked.Outcome;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Searches the web with a SearXNG of the person's own. Asks for JSON; where that is switched off,
 * reads the page that it makes for people. Where none of its usual engines answers, others are
 * named one after the other.
 *
 * <p>Source: docs.searxng.org, "Search API", read 2026-11.
 */
final class Searxng {

  static final Duration LIMIT = Duration.ofSeconds(8);

  /** Tried in this order where the person named none. */
  static final List<String> ENGINES =
      List.of("duckduckgo", "brave", "startpage", "mojeek", "bing", "google");

  private static final int MOST_TRIED = 3;

  private final URI address;
  private final List<String> engines;
  private final Http http;

  /** Whether data was refused once; then it is not asked for again. */
  private volatile boolean htmlOnly;

  /**
   * @param engines to ask, in this order; none for those that the instance asks by itself
   */
  Searxng(OutgoingHttp http, URI address, List<String> engines) {
    this.address = address;
    this.engines = List.copyOf(engines);
    this.http =
        http.forExtension(
            "research/searxng",
            About.of("searxng", "SearXNG", "Searches the web."),
            Given.addresses(List.of(address)));
  }

  /**
   * Searches.
   *
   * @param news whether only news of the last year count
   */
  SearchAnswer search(String query, boolean news) throws SearchException, InterruptedException {
    SearchAnswer answer = ask(query, news, String.join(",", engines));
    if (!answer.hits().isEmpty() || answer.silent().isEmpty()) {
      return answer;
    }
    // Its engines did not answer, which is not the same as that there is nothing.
    List<String> others = engines.isEmpty() ? ENGINES : engines;
    for (String engine : others.subList(0, Math.min(MOST_TRIED, others.size()))) {
      SearchAnswer other = ask(query, news, engine);
      if (!other.hits().isEmpty()) {
        return other;
      }
    }
    throw new SearchException(Outcome.ENGINES, String.join(", ", answer.silent()));
  }

  private SearchAnswer ask(String query, boolean news, String named)
      throws SearchException, InterruptedException {
    if (!htmlOnly) {
      Optional<SearchAnswer> data = data(query, news, named);
      if (data.isPresent()) {
        return data.get();
      }
      htmlOnly = true;
    }
    HttpReply reply = reply(call(query, news, named));
    check(reply);
    return SearchPage.read(reply, address)
        .orElseThrow(() -> new SearchException(Outcome.ODD, address.getAuthority()));
  }

  /** Empty where the page has to be read instead. */
  private Optional<SearchAnswer> data(String query, boolean news, String named)
      throws SearchException, InterruptedException {
    HttpReply reply = reply(call(query, news, named).withQuery("format", "json"));
    if (reply.status() == 403 || reply.status() == 406) {
      return Optional.empty(); // JSON is off unless its settings switch it on
    }
    check(reply);
    try {
      Json root = reply.json();
      return root.at("results").isArray() ? Optional.of(read(root)) : Optional.empty();
    } catch (ExtensionException notJson) {
      return Optional.empty();
    }
  }

  private HttpCall call(String query, boolean news, String named) {
    String base = address.toString().replaceAll("/+$", "");
    HttpCall call =
        HttpCall.get(URI.create(base + "/search")).withQuery("q", query).withTimeout(LIMIT);
    if (news) {
      call = call.withQuery("categories", "news").withQuery("time_range", "year");
    }
    return named.isEmpty() ? call : call.withQuery("engines", named);
  }

  private HttpReply reply(HttpCall call) throws SearchException, InterruptedException {
    try {
      return http.exchange(call);
    } catch (ExtensionException failed) {
      throw new SearchException(
          failed.kind() == ExtensionException.Kind.UNAVAILABLE
              ? isSlow(failed) ? Outcome.SLOW : Outcome.ABSENT
              : Outcome.ODD,
          address.getAuthority());
    }
  }

  /** Whether an answer only did not come in time. */
  static boolean isSlow(ExtensionException failed) {
    return failed.getCause() instanceof InterruptedIOException;
  }

  private void check(HttpReply reply) throws SearchException {
    int status = reply.status();
    if (status == 429) {
      throw new SearchException(Outcome.LIMITED, address.getAuthority());
    }
    if (status == 401 || status == 403) {
      throw new SearchException(Outcome.REFUSED, address.getAuthority());
    }
    if (status < 200 || status > 299) {
      throw new SearchException(Outcome.ODD, "%s (%d)".formatted(address.getAuthority(), status));
    }
  }

  private static SearchAnswer read(Json root) {
    var hits = new ArrayList<SearchHit>();
    for (Json box : root.at("infoboxes").items()) {
      Optional<URI> at =
          box.at("id")
              .address()
              .or(
                  () ->
                      box.at("urls").items().stream()
                          .flatMap(url -> url.at("url").address().stream())
                          .findFirst());
      at.ifPresent(
          address ->
              hits.add(
                  new SearchHit(
                      address,
                      box.at("infobox").text().orElse(""),
                      box.at("content").text().orElse(""),
                      Optional.empty())));
    }
    for (Json result : root.at("results").items()) {
      result
          .at("url")
          .address()
          .ifPresent(
              at ->
                  hits.add(
                      new SearchHit(
                          at,
                          PageText.plain(result.at("title").text().orElse("")),
                          PageText.plain(result.at("content").text().orElse("")),
                          result.at("publishedDate").text().flatMap(PageText::day))));
    }
    var silent = new ArrayList<String>();
    for (Json engine : root.at("unresponsive_engines").items()) {
      String name = engine.at(0).text().orElse("");
      String why = engine.at(1).text().orElse("");
      if (!name.isEmpty()) {
        silent.add(brief(why.isEmpty() ? name : "%s: %s".formatted(name, why)));
      }
    }
    return new SearchAnswer(hits, silent, false);
  }

  private static String brief(String text) {
    String line = text.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    return line.length() > 60 ? line.substring(0, 60) + "…" : line;
  }
}
