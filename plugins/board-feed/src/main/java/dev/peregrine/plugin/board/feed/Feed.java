package dev.peregrine.plugin.board.feed;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Markup;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.Handover;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A feed as it was answered, of whichever kind. */
record Feed(List<Entry> entries) {

  private static final Pattern PAGE =
      Pattern.compile("(?is)\\s*(?:<!--.{0,2000}?-->\\s*)*<(?:!doctype\\s+html|html)\\b.*");
  private static final int LOOKED_AT = 5_000;

  /**
   * Reads a feed; where a page is answered, the feed that it names as its own.
   *
   * @throws ExtensionException {@code REFUSED} for a page without a feed, {@code CHANGED_REMOTE}
   *     for anything else; the message names the address
   */
  static Feed read(URI address, BoardContext context)
      throws ExtensionException, InterruptedException {
    HttpReply reply = context.http().fetch(HttpCall.get(address));
    if (!isPage(reply)) {
      return of(reply, address, context);
    }
    URI own =
        reply
            .html()
            .first("link[rel~=(?i)alternate][type~=(?i)(rss|atom|feed\\+json)]")
            .flatMap(link -> link.attribute("href"))
            .flatMap(href -> HttpCall.address(reply.address(), href))
            .orElseThrow(() -> noFeed(Kind.REFUSED, address));
    HttpReply second = context.http().fetch(HttpCall.get(own));
    if (isPage(second)) {
      throw noFeed(Kind.REFUSED, address);
    }
    return of(second, own, context);
  }

  void handTo(Handover handover) throws ExtensionException, InterruptedException {
    Headings headings = Headings.of(entries);
    handover.take(entries, entry -> Optional.of(entry.posting(headings)));
  }

  private static Feed of(HttpReply reply, URI address, BoardContext context)
      throws ExtensionException {
    return reply.text().strip().replace("\ufeff", "").startsWith("{")
        ? json(reply, address, context)
        : xml(reply, address, context);
  }

  private static Feed json(HttpReply reply, URI address, BoardContext context)
      throws ExtensionException {
    var feed = reply.json();
    if (!feed.at("items").isArray()) {
      throw noFeed(Kind.CHANGED_REMOTE, address);
    }
    return new Feed(
        feed.at("items").items().stream()
            .<Entry>map(item -> new JsonEntry(item, address, context.clock()))
            .toList());
  }

  private static Feed xml(HttpReply reply, URI address, BoardContext context)
      throws ExtensionException {
    Markup document = reply.xml();
    Optional<Markup> rss = document.first("channel");
    Optional<Markup> atom = document.first("feed");
    if (rss.isEmpty() && atom.isEmpty()) {
      throw noFeed(Kind.CHANGED_REMOTE, address);
    }
    // RSS 1.0 has its items beside the channel.
    List<Markup> items = document.select(rss.isPresent() ? "item" : "feed > entry");
    Optional<String> title = rss.flatMap(channel -> channel.text("> title"));
    return new Feed(
        items.stream().<Entry>map(item -> XmlEntry.of(item, title, address, context)).toList());
  }

  private static boolean isPage(HttpReply reply) {
    String text = reply.text();
    return PAGE.matcher(text.substring(0, Math.min(LOOKED_AT, text.length()))).matches();
  }

  private static ExtensionException noFeed(Kind kind, URI address) {
    return new ExtensionException(
        kind,
        "\"%s\" is no feed, expected RSS, Atom or JSON Feed. Look on the site for a link \"RSS\" and enter its address."
            .formatted(address));
  }
}
