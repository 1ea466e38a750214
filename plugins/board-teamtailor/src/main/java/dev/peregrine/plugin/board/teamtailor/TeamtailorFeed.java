package dev.peregrine.plugin.board.teamtailor;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
import dev.peregrine.api.Markup;
import dev.peregrine.api.board.Employer;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * One page of an employer's postings, in either of the two forms that Teamtailor writes.
 *
 * @param employer the employer's name as the feed has it
 * @param next the query that leads to the next page of a feed in JSON
 */
record TeamtailorFeed(
    Optional<String> employer, List<? extends TeamtailorRow> rows, Optional<String> next) {

  /** The most rows of a page in RSS. */
  static final int PAGE = 100;

  /** Reads what came, whichever of the two forms was asked for. */
  static TeamtailorFeed of(HttpReply reply, Employer employer) throws ExtensionException {
    return reply.text().stripLeading().startsWith("<")
        ? ofRss(reply.xml(), employer)
        : ofJson(reply.json(), employer);
  }

  private static TeamtailorFeed ofRss(Markup document, Employer employer)
      throws ExtensionException {
    Markup channel =
        document
            .first("rss > channel")
            .orElseThrow(() -> employer.changed("Teamtailor", "element \"channel\""));
    return new TeamtailorFeed(
        channel.text("> title"),
        channel.select("> item").stream().map(TeamtailorRssItem::new).toList(),
        Optional.empty());
  }

  private static TeamtailorFeed ofJson(Json feed, Employer employer) throws ExtensionException {
    if (!feed.at("items").isArray()) {
      throw employer.changed("Teamtailor", "list \"items\"");
    }
    return new TeamtailorFeed(
        feed.at("title").text(),
        feed.at("items").items().stream().map(TeamtailorJsonItem::new).toList(),
        feed.at("next_url").address().map(URI::getRawQuery));
  }
}
