package dev.peregrine.plugin.board.linkedin;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
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

/**
 * Postings from the pages that LinkedIn shows without signing in: ten a page, the description on a
 * page of its own.
 *
 * <p><b>Source:</b> recorded pages of 2026. After about ten pages LinkedIn answers 429 or 999 for a
 * while.
 */
public final class LinkedInBoard implements JobBoard {

  private static final String SERVER = "https://www.linkedin.com";

  /** Beyond this LinkedIn answers with status 400. */
  private static final int MOST_RESULTS = 1000;

  private static final BoardDescriptor DESCRIPTOR =
      BoardDescriptor.scraped(
              About.of(
                      "linkedin",
                      "LinkedIn",
                      "Postings that LinkedIn shows without signing in. It blocks callers after some"
                          + " ten pages; without full descriptions these reach further.")
                  .withHosts("linkedin.com", "*.linkedin.com")
                  .withCallGap(Duration.ofSeconds(3))
                  .withSettings(
                      SettingSpec.baseUrl(SERVER),
                      SettingSpec.proxies(),
                      new SettingSpec.Switch(
                          "easy-apply",
                          "Only Easy Apply",
                          "Only postings that can be applied to on LinkedIn itself.",
                          false),
                      new SettingSpec.Texts(
                          "company-ids",
                          "Companies",
                          "Numbers of companies, from the f_C part of the address of a search on"
                              + " LinkedIn; none: all.",
                          List.of()),
                      new SettingSpec.Texts(
                          "experience",
                          "Experience",
                          "Any of internship, entry, associate, mid-senior, director, executive;"
                              + " none: all.",
                          List.of()))
                  .withHomepage(SERVER)
                  .withTerms(
                      "LinkedIn's user agreement forbids automated reading. Only pages for visitors"
                          + " who are not signed in are read, slowly; whether to do so is your"
                          + " decision."),
              BoardFilter.TITLE,
              BoardFilter.LOCATION,
              BoardFilter.DISTANCE,
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
    var search = new LinkedInSearch(query, context.settings(), context.clock().instant());
    var handover = Handover.of(query, context, found);
    for (HttpCall list : search.calls(base(context))) {
      read(list, search, handover, context);
    }
  }

  @Override
  public Optional<Posting> fetch(URI address, BoardContext context)
      throws ExtensionException, InterruptedException {
    Optional<LinkedInAddress> known =
        LinkedInAddress.of(address).filter(link -> link.posting().isPresent());
    if (known.isEmpty()) {
      return Optional.empty();
    }
    String id = known.get().posting().get();
    return Optional.of(detail(id, context).posting(id, LinkedInAddress.ofPosting(id)));
  }

  private static void read(
      HttpCall list, LinkedInSearch search, Handover handover, BoardContext context)
      throws ExtensionException, InterruptedException {
    int start = 0;
    String before = "";
    boolean more = true;
    while (more && start < MOST_RESULTS && !handover.isFull()) {
      context.progress().step("From posting " + (start + 1));
      HttpCall call = list.withQuery("start", Integer.toString(start));
      HttpReply reply = call(start == 0 ? call : call.accepting(400), context);
      String text = reply.text();
      if (reply.status() == 400 || start > 0 && text.equals(before)) {
        return;
      }
      before = text;
      LinkedInPage page = LinkedInPage.of(reply, context.clock());
      if (page.cards().isEmpty()) {
        takeOnly(page, search, handover, context);
        return;
      }
      int fresh =
          handover.take(
              page.cards(),
              search::fits,
              card -> Optional.of(new LinkedInCard(card, context.clock()).posting()),
              (card, listed) -> detail(listed.nativeId(), context).addedTo(listed));
      start += page.cards().size();
      more = fresh > 0;
    }
  }

  /** The page of the one posting that a search led to; nothing at the end of a list. */
  private static void takeOnly(
      LinkedInPage page, LinkedInSearch search, Handover handover, BoardContext context)
      throws ExtensionException, InterruptedException {
    var detail = new LinkedInDetail(page.page(), context.clock());
    Optional<LinkedInAddress> only = detail.isOne() ? detail.address() : Optional.empty();
    handover.take(
        only.stream().toList(),
        search::fits,
        link -> Optional.of(detail.posting(link.posting().orElseThrow(), link.address())));
  }

  private static LinkedInDetail detail(String id, BoardContext context)
      throws ExtensionException, InterruptedException {
    var part = HttpCall.under(base(context), "jobs-guest", "jobs", "api", "jobPosting", id);
    return LinkedInPage.detail(id, call(HttpCall.get(part).accepting(404, 410), context), context);
  }

  private static HttpReply call(HttpCall call, BoardContext context)
      throws ExtensionException, InterruptedException {
    return context.http().fetch(call.asBrowser());
  }

  private static URI base(BoardContext context) {
    return context.server(SERVER);
  }
}
