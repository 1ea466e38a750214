package dev.peregrine.plugin.board.naukri;

import dev.peregrine.api.About;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Postings in India, from the interface behind Naukri's own search page: one search for each title
 * and place, pages of twenty.
 *
 * <p><b>Source:</b> <a href="https://www.naukri.com/jobapi/v3/search">Naukri, jobapi</a>, which has
 * no documentation: recorded rows and the sources of public readers, read 2026-11-22.
 */
public final class NaukriBoard implements JobBoard {

  static final String SERVER = "https://www.naukri.com";
  private static final int PAGE = 20;
  private static final int MOST_PAGES = 50;

  /** What it answers to callers that it takes for programs. */
  private static final int NOT_ACCEPTABLE = 406;

  private static final int NOT_FOUND = 404;

  private static final Pattern ID = Pattern.compile("/job-listings-[^/]*?(\\d{6,20})/?");

  private static final BoardDescriptor DESCRIPTOR =
      BoardDescriptor.scraped(
              About.of("naukri", "Naukri", "Postings in India. It often refuses callers elsewhere.")
                  .withHosts("www.naukri.com")
                  .withCallGap(Duration.ofSeconds(3))
                  .withSettings(
                      new SettingSpec.Text(
                          "nkparam",
                          "Page token",
                          "Sent as Nkparam. Needed where Naukri refuses: copy the header of that name from a search in your own browser.",
                          false,
                          Optional.empty()),
                      SettingSpec.baseUrl(SERVER),
                      SettingSpec.proxies())
                  .withHomepage(SERVER)
                  .withTerms(
                      "Naukri's terms forbid automated collection. It is your decision to use it; it is read slowly and off by default."),
              BoardFilter.TITLE,
              BoardFilter.LOCATION,
              BoardFilter.REMOTE,
              BoardFilter.AGE)
          .withDeadline(Duration.ofMinutes(10));

  @Override
  public BoardDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void search(BoardQuery query, BoardContext context, Consumer<Posting> found)
      throws ExtensionException, InterruptedException {
    var handover = Handover.of(query, context, found);
    var details = new Details(query.fullDescriptions(), context);
    for (Search search : Search.of(query)) {
      boolean more = true;
      for (int page = 1; more && page <= MOST_PAGES && !handover.isFull(); page++) {
        context.progress().step("%s, page %d".formatted(search.name(), page));
        HttpCall call = search.call(base(context), page).accepting(NOT_ACCEPTABLE);
        List<Json> rows = rows(reply(call, context).json());
        int fresh =
            handover.take(
                rows,
                posting -> isWanted(posting, query),
                row -> {
                  Posting listed = new NaukriRow(row, context.clock()).posting();
                  return Optional.of(isWanted(listed, query) ? details.of(listed) : listed);
                });
        more = fresh > 0 && rows.size() >= PAGE;
      }
    }
  }

  @Override
  public Optional<Posting> fetch(URI address, BoardContext context)
      throws ExtensionException, InterruptedException {
    Optional<String> id = id(address);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(detail(id.get(), context).posting(id.get(), address, context.clock()));
  }

  static NaukriDetail detail(String id, BoardContext context)
      throws ExtensionException, InterruptedException {
    HttpCall call = HttpCall.get(HttpCall.under(base(context), "jobapi", "v4", "job", id));
    HttpReply reply = reply(call.accepting(NOT_ACCEPTABLE, NOT_FOUND), context);
    Optional<NaukriDetail> detail =
        reply.status() == NOT_FOUND ? Optional.empty() : NaukriDetail.of(reply.json());
    return detail.orElseThrow(
        () ->
            new ExtensionException(
                Kind.UNAVAILABLE,
                "Posting \"%s\" is no longer on Naukri. It was taken down.".formatted(id)));
  }

  private static Optional<String> id(URI address) {
    if (!"www.naukri.com".equals(address.getHost())) {
      return Optional.empty();
    }
    Matcher path = ID.matcher(String.valueOf(address.getPath()));
    return path.matches() ? Optional.of(path.group(1)) : Optional.empty();
  }

  /** The answer to a call that accepts the refusal of programs. */
  private static HttpReply reply(HttpCall call, BoardContext context)
      throws ExtensionException, InterruptedException {
    HttpCall asked =
        call.withHeader("Accept", "application/json")
            .withHeader("appid", "109")
            .withHeader("systemid", "Naukri");
    Optional<String> token = context.settings().text("nkparam");
    HttpReply reply =
        context.http().fetch(token.map(value -> asked.withHeader("Nkparam", value)).orElse(asked));
    if (reply.status() == NOT_ACCEPTABLE) {
      throw new ExtensionException(
          Kind.REFUSED,
          "Naukri takes the call for a program's (406). Search it once in a browser, and enter the page token from there in the settings.");
    }
    return reply;
  }

  /** The rows of an answer; some mirrors give the bare list. */
  private static List<Json> rows(Json answer) throws ExtensionException {
    Json rows = answer.at("jobDetails");
    if (rows.isArray()) {
      return rows.items();
    }
    if (answer.isArray() && answer.at(0).isPresent()) {
      return answer.items();
    }
    // Where nothing fits, the list is left out and the number alone is there.
    if (answer.at("noOfJobs").number().map(count -> count.signum() == 0).orElse(false)) {
      return List.of();
    }
    throw new ExtensionException(
        Kind.CHANGED_REMOTE,
        "Naukri: the answer has no list \"jobDetails\"; the board has changed its format. Look for an update of this plugin.");
  }

  /** The board can tell remote from the rest, but not hybrid; what a row does not say passes. */
  private static boolean isWanted(Posting posting, BoardQuery query) {
    return query.remote().isEmpty() || posting.remote().map(query.remote()::contains).orElse(true);
  }

  private static URI base(BoardContext context) {
    return context.settings().address("base-url").orElse(URI.create(SERVER));
  }
}
