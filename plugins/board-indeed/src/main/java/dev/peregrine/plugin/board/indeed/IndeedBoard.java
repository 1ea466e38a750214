package dev.peregrine.plugin.board.indeed;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.BoardFilter;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.Handover;
import dev.peregrine.api.board.JobBoard;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Postings from Indeed, through the interface of its own app: a hundred a page with their
 * descriptions, one country a call. Where the answer is a search page, its job cards are read.
 *
 * <p><b>Source:</b> the interface is not published; its fields are known from public readers of it,
 * the cards from recorded pages of 2025.
 */
public final class IndeedBoard implements JobBoard {

  private static final String SERVER = "https://apis.indeed.com";
  private static final int MOST_PAGES = 10;

  /** Indeed's own, the same in every copy of its app; no secret of a person. */
  private static final String APP_KEY =
      "161092c2017b5bbab13edb12461a62d5a833871e7cad6d9d475304573de67ac8";

  private static final String APP =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 16_6_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
          + " Gecko) Mobile/15E148 Indeed App 193.1";

  private static final Pattern KEY = Pattern.compile("(?:^|&)v?jk=([0-9a-fA-F]{16})(?:&|$)");

  private static final BoardDescriptor DESCRIPTOR =
      BoardDescriptor.scraped(
          About.of(
                  "indeed",
                  "Indeed",
                  "Postings from Indeed in some sixty countries, read as its own app reads them. It"
                      + " may be blocked at any time.")
              .withHosts("apis.indeed.com", "indeed.com", "*.indeed.com")
              .withCallGap(Duration.ofSeconds(1))
              .withSettings(
                  SettingSpec.baseUrl(SERVER),
                  SettingSpec.proxies(),
                  new SettingSpec.Switch(
                      "easy-apply",
                      "Only Indeed Apply",
                      "Only postings that can be applied to on Indeed itself.",
                      false))
              .withHomepage("https://www.indeed.com")
              .withTerms(
                  "Indeed's terms forbid automated reading, and the calls use the key of its own"
                      + " app. Whether to do so is your decision."),
          BoardFilter.TITLE,
          BoardFilter.LOCATION,
          BoardFilter.DISTANCE,
          BoardFilter.REMOTE,
          BoardFilter.AGE,
          BoardFilter.EMPLOYMENT_TYPE);

  @Override
  public BoardDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void search(BoardQuery query, BoardContext context, Consumer<Posting> found)
      throws ExtensionException, InterruptedException {
    var search =
        new IndeedSearch(query, context.settings().isOn("easy-apply"), context.clock().instant());
    var handover = Handover.of(query, context, found);
    for (String place : query.locations().isEmpty() ? List.of("") : query.locations()) {
      Optional<IndeedCountry> country = country(query, place);
      if (country.isEmpty()) {
        context.skipped(place.isEmpty() ? "The search" : "Place \"%s\"".formatted(place), none());
      }
      for (String title : query.titles().isEmpty() ? List.of("") : query.titles()) {
        if (country.isPresent() && !handover.isFull()) {
          read(search, title, place, country.get(), handover, context);
        }
      }
    }
  }

  @Override
  public Optional<Posting> fetch(URI address, BoardContext context)
      throws ExtensionException, InterruptedException {
    Optional<IndeedCountry> country = IndeedCountry.ofAddress(address);
    Matcher key = KEY.matcher(Optional.ofNullable(address.getRawQuery()).orElse(""));
    if (country.isEmpty() || !key.find()) {
      return Optional.empty();
    }
    try {
      HttpReply reply = call(IndeedSearch.posting(key.group(1)), country.get(), context);
      return Optional.of(IndeedAnswer.only(key.group(1), reply, country.get(), context));
    } catch (ExtensionException failed) {
      return Optional.of(
          inPage(key.group(1), country.get(), context, failed).orElseThrow(() -> failed));
    }
  }

  /** The posting as its page tells it, for when the interface does not. */
  private static Optional<Posting> inPage(
      String key, IndeedCountry country, BoardContext context, ExtensionException failed)
      throws ExtensionException, InterruptedException {
    if (failed.kind() != Kind.REFUSED && failed.kind() != Kind.CHANGED_REMOTE) {
      return Optional.empty();
    }
    URI site = base(context).equals(URI.create(SERVER)) ? country.site() : base(context);
    HttpReply page =
        context.http().fetch(HttpCall.get(HttpCall.under(site, "viewjob")).withQuery("jk", key));
    return Posting.inPage(page.html(), context, country.posting(key)).stream()
        .findFirst()
        .map(told -> told.withNativeId(key).withUrl(country.posting(key)));
  }

  private static void read(
      IndeedSearch search,
      String title,
      String place,
      IndeedCountry country,
      Handover handover,
      BoardContext context)
      throws ExtensionException, InterruptedException {
    Optional<String> cursor = Optional.empty();
    boolean more = true;
    for (int page = 1; more && page <= MOST_PAGES; page++) {
      context.progress().step("Page " + page);
      HttpReply reply = call(search.page(title, place, cursor), country, context);
      IndeedAnswer answer = IndeedAnswer.of(reply, country, context);
      int fresh = handover.take(answer.rows(), search::fits, answer.reader());
      cursor = answer.next();
      more = fresh > 0 && cursor.isPresent() && !handover.isFull();
    }
  }

  private static HttpReply call(String graphQl, IndeedCountry country, BoardContext context)
      throws ExtensionException, InterruptedException {
    return context
        .http()
        .fetch(
            HttpCall.postJson(
                    HttpCall.under(base(context), "graphql"),
                    "{\"query\": %s}".formatted(Json.quoted(graphQl)))
                .withHeader("User-Agent", APP)
                .withHeader(
                    "indeed-app-info",
                    "appv=193.1; appid=com.indeed.jobsearch; osv=16.6.1; os=ios; dtype=phone")
                .withHeader("indeed-api-key", APP_KEY)
                .withHeader("indeed-co", country.code())
                .withHeader("indeed-locale", "en-US"));
  }

  private static URI base(BoardContext context) {
    return context.server(SERVER);
  }

  /** The country that the query names, or else the place, or else the United States. */
  private static Optional<IndeedCountry> country(BoardQuery query, String place) {
    return query
        .country()
        .or(() -> Place.parse(place).flatMap(Place::country))
        .map(IndeedCountry::of)
        .orElse(Optional.of(IndeedCountry.UNITED_STATES));
  }

  private static ExtensionException none() {
    return new ExtensionException(
        Kind.UNSUPPORTED,
        "Indeed has no site for this country. Leave the board out of searches there.");
  }
}
