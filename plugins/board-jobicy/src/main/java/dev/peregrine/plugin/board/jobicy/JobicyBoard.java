package dev.peregrine.plugin.board.jobicy;

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
import dev.peregrine.api.board.JobBoard;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Postings from Jobicy, at most a hundred a call: about a day of the newest. Titles are therefore
 * asked for first, as words anywhere in a posting.
 *
 * <p><b>Source:</b> <a href="https://github.com/Jobicy/remote-jobs-api">Jobicy, Remote jobs
 * API</a>, read 2026-11-22. Reading more than once an hour is discouraged.
 */
public final class JobicyBoard implements JobBoard {

  private static final String SERVER = "https://jobicy.com";
  private static final int MOST_TITLES = 3;

  private static final BoardDescriptor DESCRIPTOR =
      BoardDescriptor.feed(
              About.of("jobicy", "Jobicy", "The newest remote postings of Jobicy, some with pay.")
                  .withHosts("jobicy.com")
                  .withCallGap(Duration.ofSeconds(2))
                  .withSettings(SettingSpec.baseUrl(SERVER))
                  .withHomepage(SERVER)
                  .withTerms(
                      "Name Jobicy as the source and link to its page; do not pass its postings on"
                          + " to other boards; a few searches a day, not more than one an hour."))
          .withRest(Duration.ofHours(1));

  @Override
  public BoardDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void search(BoardQuery query, BoardContext context, Consumer<Posting> found)
      throws ExtensionException, InterruptedException {
    URI base = context.settings().address("base-url").orElse(URI.create(SERVER));
    HttpCall newest =
        HttpCall.get(HttpCall.under(base, "api", "v2", "remote-jobs")).withQuery("count", "100");
    var handover = new Handover(query, context, found);
    for (String title : wordable(query.titles())) {
      if (!handover.isFull()) {
        context.progress().step("\"" + title + "\"");
        takeTitle(newest.withQuery("tag", title), context, handover);
      }
    }
    if (!handover.isFull()) {
      context.progress().step("The newest");
      take(context.http().fetch(newest).json(), handover);
    }
  }

  /** The titles that the board accepts as words to look for. */
  private static List<String> wordable(List<String> titles) {
    return titles.stream()
        .map(String::strip)
        .filter(title -> title.length() >= 3 && title.length() <= 50)
        .distinct()
        .limit(MOST_TITLES)
        .toList();
  }

  private static void takeTitle(HttpCall call, BoardContext context, Handover handover)
      throws ExtensionException, InterruptedException {
    Json answer;
    try {
      answer = context.http().fetch(call).json();
    } catch (ExtensionException none) {
      if (none.kind() == Kind.CHANGED_REMOTE) {
        return; // 400 or 404: nothing fits these words. The newest tell whether the board changed.
      }
      throw none;
    }
    if (answer.at("jobs").isPresent()) {
      take(answer, handover);
    }
  }

  private static void take(Json answer, Handover handover)
      throws ExtensionException, InterruptedException {
    Json jobs = answer.at("jobs");
    if (!jobs.isArray()) {
      throw new ExtensionException(
          Kind.CHANGED_REMOTE,
          "Jobicy: the answer has no list \"jobs\"; the board has changed its format. Look for an"
              + " update of this plugin.");
    }
    handover.take(jobs.items(), row -> Optional.of(new JobicyRow(row).posting()));
  }
}
