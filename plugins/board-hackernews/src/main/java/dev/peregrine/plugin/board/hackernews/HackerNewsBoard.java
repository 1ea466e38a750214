package dev.peregrine.plugin.board.hackernews;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Json;
import dev.peregrine.api.Posting;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.Handover;
import dev.peregrine.api.board.JobBoard;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Postings from Hacker News' monthly thread <i>Who is hiring?</i>: each comment right below the
 * thread is one company's posting.
 *
 * <p><b>Source:</b> <a href="https://hn.algolia.com/api">HN Search API</a>, recorded answers, read
 * 2026-11-22. 10,000 calls an hour are allowed.
 */
public final class HackerNewsBoard implements JobBoard {

  private static final String SERVER = "https://hn.algolia.com";
  private static final Pattern THREAD =
      Pattern.compile("\\s*Ask HN: Who(?: is|'s|’s) hiring\\?.*", Pattern.CASE_INSENSITIVE);

  private static final BoardDescriptor DESCRIPTOR =
      BoardDescriptor.feed(
          About.of(
                  "hackernews",
                  "Hacker News",
                  "The monthly thread \"Who is hiring?\": start-ups and others, posted by the people who hire.")
              .withHosts("hn.algolia.com")
              .withCallGap(Duration.ofSeconds(1))
              .withSettings(
                  SettingSpec.baseUrl(SERVER),
                  new SettingSpec.Whole(
                      "months",
                      "Months",
                      "How many of the newest monthly threads are read.",
                      1,
                      1,
                      6))
              .withHomepage("https://news.ycombinator.com/submitted?id=whoishiring")
              .withTerms("Link to the comment; at most 10,000 calls an hour."));

  @Override
  public BoardDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void search(BoardQuery query, BoardContext context, Consumer<Posting> found)
      throws ExtensionException, InterruptedException {
    URI api =
        HttpCall.under(
            context.settings().address("base-url").orElse(URI.create(SERVER)), "api", "v1");
    var handover = Handover.of(query, context, found);
    for (String thread : threads(api, context)) {
      if (!handover.isFull()) {
        context.progress().step("Thread " + thread);
        HttpCall comments =
            HttpCall.get(HttpCall.under(api, "search"))
                .withQuery("tags", "comment,story_" + thread)
                .withQuery("hitsPerPage", "1000");
        handover.take(
            hits(comments, context), hit -> new HackerNewsComment(hit, context).posting());
      }
    }
  }

  /** The newest threads; their numbers rise. */
  private static List<String> threads(URI api, BoardContext context)
      throws ExtensionException, InterruptedException {
    HttpCall stories =
        HttpCall.get(HttpCall.under(api, "search_by_date"))
            .withQuery("tags", "story,author_whoishiring")
            .withQuery("hitsPerPage", "30");
    List<String> threads =
        hits(stories, context).stream()
            .filter(HackerNewsBoard::isOfThread)
            .flatMap(hit -> hit.at("story_id").text().or(() -> hit.at("objectID").text()).stream())
            .filter(id -> id.matches("\\d{1,12}"))
            .distinct()
            .sorted(Comparator.<String>comparingLong(Long::parseLong).reversed())
            .limit(context.settings().whole("months"))
            .toList();
    if (threads.isEmpty()) {
      throw changed("holds no thread \"Ask HN: Who is hiring?\"");
    }
    return threads;
  }

  /** A thread, or a comment in one: mirrors give these at once. */
  private static boolean isOfThread(Json hit) {
    return hit.at("title")
        .text()
        .or(() -> hit.at("story_title").text())
        .map(title -> THREAD.matcher(title).matches())
        .orElseGet(() -> hit.at("comment_text").isPresent());
  }

  private static List<Json> hits(HttpCall call, BoardContext context)
      throws ExtensionException, InterruptedException {
    Json hits = context.http().fetch(call).json().at("hits");
    if (!hits.isArray()) {
      throw changed("has no list \"hits\"");
    }
    return hits.items();
  }

  private static ExtensionException changed(String what) {
    return new ExtensionException(
        Kind.CHANGED_REMOTE,
        "Hacker News: the answer %s; the search has changed its format. Look for an update of this plugin."
            .formatted(what));
  }
}
