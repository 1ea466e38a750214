package dev.peregrine.plugin.board.weworkremotely;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Markup;
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
 * Postings from the RSS feeds of We Work Remotely: those of the categories that the titles belong
 * to, which reach further back, then the feed of all.
 *
 * <p><b>Source:</b> <a href="https://weworkremotely.com/remote-jobs.rss">We Work Remotely, RSS
 * feeds</a>: recorded answers, read 2026-11-22.
 */
public final class WeWorkRemotelyBoard implements JobBoard {

  private static final String SERVER = "https://weworkremotely.com";

  private static final BoardDescriptor DESCRIPTOR =
      BoardDescriptor.feed(
          About.of("weworkremotely", "We Work Remotely", "Remote postings of We Work Remotely.")
              .withHosts("weworkremotely.com")
              .withCallGap(Duration.ofSeconds(1))
              .withSettings(SettingSpec.baseUrl(SERVER))
              .withHomepage(SERVER)
              .withTerms("Name We Work Remotely as the source and link to its page."));

  @Override
  public BoardDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void search(BoardQuery query, BoardContext context, Consumer<Posting> found)
      throws ExtensionException, InterruptedException {
    URI base = context.server(SERVER);
    var handover = Handover.of(query, context, found);
    for (Category category : Category.of(query.titles())) {
      if (!handover.isFull()) {
        takeCategory(category, base, context, handover);
      }
    }
    if (!handover.isFull()) {
      take(HttpCall.under(base, "remote-jobs.rss"), context, handover);
    }
  }

  /** A category that was renamed or closed costs only itself. */
  private static void takeCategory(
      Category category, URI base, BoardContext context, Handover handover)
      throws ExtensionException, InterruptedException {
    context.progress().step("Category " + category.slug());
    try {
      take(HttpCall.under(base, "categories", category.slug() + ".rss"), context, handover);
    } catch (ExtensionException gone) {
      if (gone.kind() != Kind.CHANGED_REMOTE) {
        throw gone;
      }
      context.skipped("category \"" + category.slug() + "\"", gone);
    }
  }

  private static void take(URI feed, BoardContext context, Handover handover)
      throws ExtensionException, InterruptedException {
    Markup channel =
        context
            .http()
            .fetch(HttpCall.get(feed))
            .xml()
            .first("channel")
            .orElseThrow(
                () ->
                    new ExtensionException(
                        Kind.CHANGED_REMOTE,
                        "We Work Remotely: the answer has no element \"channel\"; the board has"
                            + " changed its format. Look for an update of this plugin."));
    handover.take(
        channel.select("item"), item -> Optional.of(new WeWorkRemotelyItem(item).posting()));
  }
}
