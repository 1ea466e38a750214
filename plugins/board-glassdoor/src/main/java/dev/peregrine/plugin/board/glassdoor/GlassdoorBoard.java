package dev.peregrine.plugin.board.glassdoor;

import dev.peregrine.api.About;
import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
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
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Postings from Glassdoor, through the interface of its own pages: thirty a page, the description
 * by a call of its own, one country a site.
 *
 * <p><b>Source:</b> the interface is not published; its fields are known from rows recorded in 2025
 * and from public readers of it. Calls are often refused, and after some thirty always.
 */
public final class GlassdoorBoard implements JobBoard {

  private static final String SERVER = "https://www.glassdoor.com";

  private static final Pattern ID =
      Pattern.compile("(?:^|&)(?:jl|jobListingId)=(\\d{1,19})(?:&|$)");

  private static final BoardDescriptor DESCRIPTOR =
      BoardDescriptor.scraped(
              About.of(
                      "glassdoor",
                      "Glassdoor",
                      "Postings from Glassdoor in some twenty countries, with estimated pay. It"
                          + " refuses most automated calls; a proxy of your own may help.")
                  .withHosts(GlassdoorSite.hosts())
                  .withCallGap(Duration.ofSeconds(3))
                  .withSettings(
                      SettingSpec.baseUrl(SERVER),
                      SettingSpec.proxies(),
                      new SettingSpec.Switch(
                          "easy-apply",
                          "Only Easy Apply",
                          "Only postings that can be applied to on Glassdoor itself.",
                          false))
                  .withHomepage(SERVER)
                  .withTerms(
                      "Glassdoor's terms forbid automated reading. Whether to do so is your"
                          + " decision."),
              BoardFilter.TITLE,
              BoardFilter.LOCATION,
              BoardFilter.REMOTE,
              BoardFilter.AGE,
              BoardFilter.EMPLOYMENT_TYPE)
          .withDeadline(Duration.ofMinutes(10));

  @Override
  public BoardDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void search(BoardQuery query, BoardContext context, Consumer<Posting> found)
      throws ExtensionException, InterruptedException {
    var search =
        new GlassdoorSearch(
            query, context.settings().isOn("easy-apply"), context.clock().instant());
    for (EmploymentType type : search.unknownTypes()) {
      context.skipped(
          "Type " + type.name().toLowerCase(Locale.ROOT).replace('_', ' '),
          unsupported("search for this type"));
    }
    var reading = new GlassdoorReading(search, context, Handover.of(query, context, found));
    for (GlassdoorSearch.Part part : search.parts()) {
      reading.read(part);
    }
  }

  @Override
  public Optional<Posting> fetch(URI address, BoardContext context)
      throws ExtensionException, InterruptedException {
    Optional<URI> site = GlassdoorSite.of(address);
    Matcher id = ID.matcher(Optional.ofNullable(address.getRawQuery()).orElse(""));
    if (site.isEmpty() || !id.find()) {
      return Optional.empty();
    }
    return Optional.of(row(id.group(1), site.get(), context).posting());
  }

  /** The answer about one posting. */
  static GlassdoorRow row(String id, URI site, BoardContext context)
      throws ExtensionException, InterruptedException {
    Json answer = graph(GlassdoorSearch.posting(id), site, context);
    return new GlassdoorRow(GlassdoorAnswer.jobview(answer), site, context.clock());
  }

  /** The answer of the interface that all pages of a site share. */
  static Json graph(String operations, URI site, BoardContext context)
      throws ExtensionException, InterruptedException {
    return call(
            HttpCall.postJson(HttpCall.under(server(site, context), "graph"), operations)
                .withHeader("apollographql-client-name", "job-search-next")
                .withHeader("apollographql-client-version", "4.65.5")
                .withHeader("Origin", site.toString()),
            site,
            context)
        .json();
  }

  static HttpReply call(HttpCall call, URI site, BoardContext context)
      throws ExtensionException, InterruptedException {
    return context.http().fetch(call.asBrowser().withHeader("Referer", site + "/"));
  }

  /** The site itself, unless the person or a test reaches Glassdoor somewhere else. */
  static URI server(URI site, BoardContext context) {
    URI base = context.server(SERVER);
    return base.equals(URI.create(SERVER)) ? site : base;
  }

  static ExtensionException unsupported(String what) {
    return new ExtensionException(
        Kind.UNSUPPORTED, "Glassdoor cannot %s. Nothing was searched for it.".formatted(what));
  }
}
