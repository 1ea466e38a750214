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
import dev.peregrine.api.board.Handover;
import dev.peregrine.api.board.JobBoard;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Postings from Jobicy: one call gives the hundred newest, about those of a day. It can also look
 * for words, but anywhere in a posting, and it should not be asked more than once an hour.
 *
 * <p><b>Source:</b> <a href="https://github.com/Jobicy/remote-jobs-api">Jobicy, Remote jobs
 * API</a>, read 2026-11-22.
 */
public final class JobicyBoard implements JobBoard {

  private static final String SERVER = "https://jobicy.com";

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
    URI base = context.server(SERVER);
    HttpCall call =
        HttpCall.get(HttpCall.under(base, "api", "v2", "remote-jobs")).withQuery("count", "100");
    Json jobs = context.http().fetch(call).json().at("jobs");
    if (!jobs.isArray()) {
      throw new ExtensionException(
          Kind.CHANGED_REMOTE,
          "Jobicy: the answer has no list \"jobs\"; the board has changed its format. Look for an"
              + " update of this plugin.");
    }
    Handover.of(query, context, found)
        .take(jobs.items(), row -> Optional.of(new JobicyRow(row).posting()));
  }
}
