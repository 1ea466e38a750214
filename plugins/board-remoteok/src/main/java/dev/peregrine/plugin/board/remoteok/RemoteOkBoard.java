package dev.peregrine.plugin.board.remoteok;

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
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Postings from Remote OK: one call gives the hundred newest, behind a first row that holds the
 * legal notice.
 *
 * <p><b>Source:</b> <a href="https://remoteok.com/api">Remote OK, API</a>: recorded answers and the
 * notice in their first row, read 2026-11-22. Asking for a tag is not reliable and not used.
 */
public final class RemoteOkBoard implements JobBoard {

  private static final String SERVER = "https://remoteok.com";

  private static final BoardDescriptor DESCRIPTOR =
      BoardDescriptor.feed(
          About.of("remoteok", "Remote OK", "The hundred newest remote postings of Remote OK.")
              .withHosts("remoteok.com")
              .withCallGap(Duration.ofSeconds(2))
              .withSettings(SettingSpec.baseUrl(SERVER))
              .withHomepage(SERVER)
              .withTerms(
                  "Name Remote OK as the source and link to its page with a link that search"
                      + " engines may follow; do not show its logo."));

  @Override
  public BoardDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void search(BoardQuery query, BoardContext context, Consumer<Posting> found)
      throws ExtensionException, InterruptedException {
    URI base = context.server(SERVER);
    HttpCall call =
        HttpCall.get(HttpCall.under(base, "api"))
            // Callers that do not look like a browser are turned away.
            .withHeader("User-Agent", "Mozilla/5.0 (compatible; Peregrine)");
    Json rows = context.http().fetch(call).json();
    if (!rows.isArray()) {
      throw new ExtensionException(
          Kind.CHANGED_REMOTE,
          "Remote OK: the answer is not a list; the board has changed its format. Look for an"
              + " update of this plugin.");
    }
    List<Json> postings = rows.items().stream().filter(row -> !isNotice(row)).toList();
    Handover.of(query, context, found)
        .take(postings, row -> Optional.of(new RemoteOkRow(row).posting()));
  }

  private static boolean isNotice(Json row) {
    return row.at("legal").isPresent() && !row.at("position").isPresent();
  }
}
