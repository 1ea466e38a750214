package dev.peregrine.plugin.board.jobpages;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Posting;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.Settings;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.BoardKind;
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
 * Postings from any pages and sitemaps that the person names, as far as they hold schema.org
 * JobPostings: a page with one or several, a page that links to such pages, or a sitemap of them.
 *
 * <p><b>Source:</b> <a href="https://www.sitemaps.org/protocol.html">Sitemaps 0.90</a>, <a
 * href="https://www.rfc-editor.org/rfc/rfc9309">Robots Exclusion Protocol (RFC 9309)</a>.
 */
public final class JobPagesBoard implements JobBoard {

  private static final BoardDescriptor DESCRIPTOR =
      BoardDescriptor.feed(
              About.of(
                      "jobpages",
                      "Job pages",
                      "Postings of any careers page or sitemap whose pages describe their jobs for"
                          + " search engines.")
                  .withHosts("*")
                  .withCallGap(Duration.ofSeconds(2))
                  .withSettings(
                      new SettingSpec.Texts(
                          "pages",
                          "Pages",
                          "Addresses of careers pages, postings or sitemaps. One that is only a"
                              + " path, such as sitemap.xml, is asked for at the server address.",
                          List.of()),
                      new SettingSpec.Whole(
                          "most",
                          "Pages per site",
                          "How many postings of a site are opened in a search, the newest first.",
                          40,
                          1,
                          200),
                      new SettingSpec.Address(
                          "base-url",
                          "Server address",
                          "A server for pages that are named by their path; it may be in your own"
                              + " network. Without pages above, a page itself.",
                          false,
                          Optional.empty()))
                  .withTerms("What a site's robots.txt forbids is not opened."))
          .withKind(BoardKind.EMPLOYER_PAGES)
          .withOnByDefault(false)
          .withDeadline(Duration.ofMinutes(10));

  @Override
  public BoardDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void search(BoardQuery query, BoardContext context, Consumer<Posting> found)
      throws ExtensionException, InterruptedException {
    Set<URI> pages = addresses(context.settings());
    var handover = Handover.of(query, context, found);
    var failures = new ArrayList<ExtensionException>();
    for (URI page : pages) {
      if (handover.isFull()) {
        break;
      }
      context.progress().step("Page of " + page.getHost());
      try {
        new Site(page, context).handTo(handover);
      } catch (ExtensionException failed) {
        failures.add(failed);
        if (pages.size() > 1) {
          context.skipped("Page \"%s\"".formatted(page), failed);
        }
      }
    }
    if (!failures.isEmpty() && failures.size() == pages.size()) {
      throw failures.getFirst();
    }
  }

  private static Set<URI> addresses(Settings settings) throws ExtensionException {
    Optional<URI> server = settings.address("base-url");
    var addresses = new LinkedHashSet<URI>();
    for (String page : settings.texts("pages")) {
      addresses.add(
          HttpCall.address(page)
              .or(() -> server.flatMap(base -> HttpCall.address(base + "/" + page)))
              .orElseThrow(
                  () ->
                      settings(
                          "Page \"%s\" is no address, expected one such as https://example.com/careers."
                              .formatted(page))));
    }
    if (addresses.isEmpty()) {
      addresses.add(
          server.orElseThrow(() -> settings("No pages are named. Enter the address of one.")));
    }
    return addresses;
  }

  private static ExtensionException settings(String sentence) {
    return new ExtensionException(Kind.BAD_SETTINGS, sentence);
  }
}
