package __package__;

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
 * The board __Name__.
 *
 * <p>One instance serves everybody, from many threads at once. So a board has no fields but
 * constants: everything that differs from call to call arrives in the call.
 */
public final class __Name__Board implements JobBoard {

  /**
   * What the person sees before switching the board on. The host draws the settings form from it,
   * and lets the board call only the hosts named here and those that the person enters.
   */
  private static final BoardDescriptor DESCRIPTOR =
      BoardDescriptor.feed(
              About.of("__id__", "__Name__", "One sentence on what is found here.")
                  .withHosts("api.__id__.example")
                  .withSettings(SettingSpec.baseUrl("https://api.__id__.example"))
                  // Least time between two calls; be gentle with other people's servers.
                  .withCallGap(Duration.ofSeconds(1))
                  .withHomepage("https://www.__id__.example")
              // A board that applies filters itself names them as further arguments, such as
              // BoardFilter.TITLE. The host applies all others to what was found.
              )
          .withOnByDefault(false);

  @Override
  public BoardDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void search(BoardQuery query, BoardContext context, Consumer<Posting> found)
      throws ExtensionException, InterruptedException {
    // http() keeps time and size limits, retries and rate limits, and throws the right kind of
    // ExtensionException for a 403, 429 or 500: nothing to do for that here.
    Json answer =
        context.http().fetch(HttpCall.get(HttpCall.under(server(context), "jobs.json"))).json();

    // Nothing where something should be is a failure with a reason, never "no postings found".
    List<Json> rows = answer.at("jobs").items();
    if (!answer.at("jobs").isArray()) {
      throw new ExtensionException(
          Kind.CHANGED_REMOTE,
          "The answer has no list \"jobs\". Look for an update of the plugin.");
    }

    // Each posting as soon as it is read, once, and no more than the limit. A bad row costs only
    // itself, and the person can see that it was left out; nothing but bad rows is a failure.
    Handover.of(query, context, found)
        .take(rows, row -> Optional.of(__Name__Posting.read(row)));
  }

  /** The address above, or another one that a person or a test set in its place. */
  private static URI server(BoardContext context) {
    return context.settings().address("base-url").orElseThrow();
  }
}
