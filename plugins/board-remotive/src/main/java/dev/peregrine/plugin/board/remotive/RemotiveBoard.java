package dev.peregrine.plugin.board.remotive;

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
 * Postings from Remotive. One call gives the whole feed, some dozens of postings that are a day
 * old; its search and limit parameters do not work reliably and are not used.
 *
 * <p><b>Source:</b> <a href="https://github.com/remotive-com/remote-jobs-api">Remotive, Remote jobs
 * API</a>, read 2026-11-22. At most four calls a day are advised, more than two a minute blocked.
 */
public final class RemotiveBoard implements JobBoard {

  private static final String SERVER = "https://remotive.com";

  private static final BoardDescriptor DESCRIPTOR =
      BoardDescriptor.feed(
              About.of(
                      "remotive", "Remotive", "Hand-picked remote postings, some dozens at a time.")
                  .withHosts("remotive.com")
                  .withCallGap(Duration.ofSeconds(30))
                  .withSettings(SettingSpec.baseUrl(SERVER))
                  .withHomepage(SERVER)
                  .withTerms(
                      "Name Remotive as the source and link to its page; do not pass its postings"
                          + " on to other boards; at most four calls a day."))
          .withRest(Duration.ofHours(6));

  @Override
  public BoardDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void search(BoardQuery query, BoardContext context, Consumer<Posting> found)
      throws ExtensionException, InterruptedException {
    URI base = context.server(SERVER);
    HttpCall call = HttpCall.get(HttpCall.under(base, "api", "remote-jobs"));
    Json jobs = context.http().fetch(call).json().at("jobs");
    if (!jobs.isArray()) {
      throw new ExtensionException(
          Kind.CHANGED_REMOTE,
          "Remotive: the answer has no list \"jobs\"; the board has changed its format. Look for an"
              + " update of this plugin.");
    }
    Handover.of(query, context, found)
        .take(jobs.items(), row -> Optional.of(new RemotiveRow(row).posting()));
  }
}
