package dev.peregrine.plugin.board.feed;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Posting;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.Settings;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.Handover;
import dev.peregrine.api.board.JobBoard;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Postings from any feeds that the person names: RSS, Atom and JSON Feed.
 *
 * <p><b>Source:</b> <a href="https://www.rssboard.org/rss-specification">RSS 2.0</a>, <a
 * href="https://www.rfc-editor.org/rfc/rfc4287">Atom (RFC 4287)</a>, <a
 * href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>, and feeds met so far.
 */
public final class FeedBoard implements JobBoard {

  private static final BoardDescriptor DESCRIPTOR =
      BoardDescriptor.feed(
              About.of(
                      "feed",
                      "Feeds",
                      "Postings of any RSS, Atom or JSON feed: a company's, a university's, a board's.")
                  .withHosts("*")
                  .withCallGap(Duration.ofSeconds(1))
                  .withSettings(
                      new SettingSpec.Texts(
                          "feeds",
                          "Feeds",
                          "Addresses of RSS, Atom or JSON feeds. One that is only a path, such as"
                              + " jobs.rss, is asked for at the server address.",
                          List.of()),
                      new SettingSpec.Address(
                          "base-url",
                          "Server address",
                          "A server for feeds that are named by their path; it may be in your own"
                              + " network. Without feeds above, a feed itself.",
                          false,
                          Optional.empty())))
          .withOnByDefault(false)
          .withDeadline(Duration.ofMinutes(2));

  @Override
  public BoardDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void search(BoardQuery query, BoardContext context, Consumer<Posting> found)
      throws ExtensionException, InterruptedException {
    Set<URI> feeds = addresses(context.settings());
    var handover = Handover.of(query, context, found);
    var failures = new ArrayList<ExtensionException>();
    for (URI feed : feeds) {
      if (handover.isFull()) {
        break;
      }
      context.progress().step("Feed " + feed.getHost());
      try {
        Feed.read(feed, context).handTo(handover);
      } catch (ExtensionException failed) {
        failures.add(failed);
        if (feeds.size() > 1) {
          context.skipped("Feed \"%s\"".formatted(feed), failed);
        }
      }
    }
    if (!failures.isEmpty() && failures.size() == feeds.size()) {
      throw failures.getFirst();
    }
  }

  private static Set<URI> addresses(Settings settings) throws ExtensionException {
    Optional<URI> server = settings.address("base-url");
    var addresses = new LinkedHashSet<URI>();
    for (String feed : settings.texts("feeds")) {
      addresses.add(
          HttpCall.address(feed)
              .or(() -> server.flatMap(base -> HttpCall.address(base + "/" + feed)))
              .orElseThrow(
                  () ->
                      settings(
                          "Feed \"%s\" is no address, expected one such as https://example.com/jobs.rss."
                              .formatted(feed))));
    }
    if (addresses.isEmpty()) {
      addresses.add(
          server.orElseThrow(() -> settings("No feeds are named. Enter the address of one.")));
    }
    return addresses;
  }

  private static ExtensionException settings(String sentence) {
    return new ExtensionException(Kind.BAD_SETTINGS, sentence);
  }
}
