package dev.peregrine.plugin.board.google;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Posting;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.BoardFilter;
import dev.peregrine.api.board.BoardKind;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.Handover;
import dev.peregrine.api.board.JobBoard;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Postings that Google Jobs has collected, from the arrays in its search page and in the pages that
 * follow it. A search is a sentence, and Google takes its words as hints. Where the page holds only
 * a gate for scripts, it is read with a browser, the first page of each search only.
 *
 * <p><b>Source:</b> the page's arrays and classes as public readers describe them, read 2026-11-22;
 * no recording was to be had.
 */
public final class GoogleBoard implements JobBoard {

  static final String SERVER = "https://www.google.com";
  private static final int MOST_PAGES = 90;

  private static final BoardDescriptor DESCRIPTOR =
      BoardDescriptor.scraped(
              About.of(
                      "google",
                      "Google Jobs",
                      "Postings of many boards that Google has collected. It mostly needs a browser on this machine, and often refuses even that.")
                  .withHosts("www.google.com")
                  .withCallGap(Duration.ofSeconds(5))
                  .withSettings(
                      new SettingSpec.Text(
                          "google-search-term",
                          "Search sentence",
                          "Sent to Google as it is, in place of the sentence made from your search profile.",
                          false,
                          Optional.empty()),
                      SettingSpec.baseUrl(SERVER),
                      SettingSpec.proxies())
                  .withHomepage(SERVER)
                  .withTerms(
                      "Google's terms forbid automated queries. It is your decision to use it; it is read slowly and off by default."),
              BoardFilter.TITLE,
              BoardFilter.LOCATION,
              BoardFilter.REMOTE,
              BoardFilter.AGE,
              BoardFilter.EMPLOYMENT_TYPE)
          .withKind(BoardKind.BROWSER_PAGES)
          .withDeadline(Duration.ofMinutes(10));

  @Override
  public BoardDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void search(BoardQuery query, BoardContext context, Consumer<Posting> found)
      throws ExtensionException, InterruptedException {
    URI base = context.settings().address("base-url").orElse(URI.create(SERVER));
    var handover = Handover.of(query, context, found);
    for (String sentence : Sentence.of(query, context.settings())) {
      if (handover.isFull()) {
        return;
      }
      context.progress().step("\"%s\"".formatted(sentence));
      read(base, sentence, query, context, handover);
    }
  }

  private static void read(
      URI base, String sentence, BoardQuery query, BoardContext context, Handover handover)
      throws ExtensionException, InterruptedException {
    JobPage page = JobPage.first(address(base, sentence), context);
    int fresh = take(page, query, context, handover);
    for (int i = 1; i < MOST_PAGES && fresh > 0 && !handover.isFull(); i++) {
      if (page.cursor().isEmpty()) {
        return;
      }
      page = JobPage.next(next(base, page.cursor().get()), context);
      fresh = take(page, query, context, handover);
    }
  }

  private static int take(JobPage page, BoardQuery query, BoardContext context, Handover handover)
      throws ExtensionException, InterruptedException {
    return handover.take(
        page.rows(),
        posting -> isYoung(posting, query, context),
        row -> Optional.of(row.posting(context.clock())));
  }

  private static URI address(URI base, String sentence) {
    return HttpCall.get(HttpCall.under(base, "search"))
        .withQuery("q", sentence)
        .withQuery("udm", "8")
        .withQuery("hl", "en")
        .address();
  }

  private static HttpCall next(URI base, String cursor) {
    URI callback = URI.create(HttpCall.under(base, "async") + "/callback:550");
    return HttpCall.get(callback)
        .withQuery("fc", cursor)
        .withQuery("fcv", "3")
        .withQuery("async", "_fmt:prog");
  }

  /** Google takes the age as a hint, too; what has no day passes. */
  private static boolean isYoung(Posting posting, BoardQuery query, BoardContext context) {
    Optional<LocalDate> oldest =
        query
            .maxAge()
            .map(age -> LocalDate.ofInstant(context.clock().instant().minus(age), ZoneOffset.UTC));
    return oldest.isEmpty()
        || posting.posted().map(day -> !day.isBefore(oldest.get())).orElse(true);
  }
}
