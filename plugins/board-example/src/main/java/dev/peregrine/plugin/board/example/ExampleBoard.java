package dev.peregrine.plugin.board.example;

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
 * The smallest complete board: reads the JSON format that the README beside it describes.
 *
 * <p>One instance serves everybody, from many threads at once. So a board has no fields but
 * constants: everything that differs from call to call arrives in the call.
 */
public final class ExampleBoard implements JobBoard {

  /**
   * What the person sees before switching the board on. The host draws the settings form from it,
   * and lets the board call only the hosts named here and those that the person enters.
   */
  private static final BoardDescriptor DESCRIPTOR =
      BoardDescriptor.feed(
              About.of(
                      "example",
                      "Example",
                      "Reads postings from a server of your own that speaks Peregrine's example format.")
                  // Least time between two calls; be gentle with other people's servers.
                  .withCallGap(Duration.ofSeconds(1))
                  // A real board names its server: withHosts("api.mine.example") and
                  // SettingSpec.baseUrl("https://api.mine.example"). Then base-url is never empty.
                  .withSettings(
                      new SettingSpec.Address(
                          "base-url",
                          "Server address",
                          "Where a server answers in the example format, such as http://localhost:8000.",
                          true,
                          Optional.empty()))
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
          "The answer has no list \"jobs\". Compare the server with the example format.");
    }

    // Each posting as soon as it is read, once, and no more than the limit. A bad row costs only
    // itself, and the person can see that it was left out; nothing but bad rows is a failure.
    Handover.of(query, context, found).take(rows, row -> Optional.of(ExamplePosting.read(row)));
  }

  private static URI server(BoardContext context) throws ExtensionException {
    // What the person has to mend is BAD_SETTINGS; the text says what to do.
    return context
        .settings()
        .address("base-url")
        .orElseThrow(
            () ->
                new ExtensionException(
                    Kind.BAD_SETTINGS,
                    "The server address is not set. Enter it in the settings of this board."));
  }
}
