package dev.peregrine.plugin.board.teamtailor;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.Employer;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * An employer's own host on Teamtailor. At a server that stands in for Teamtailor it is the folder
 * of the employer's name, or the server itself where it has no such folder.
 *
 * @param roots where it may be; the first that knows the employer counts
 */
record TeamtailorSite(Employer employer, List<URI> roots, BoardContext context) {

  static final String SERVER = "https://teamtailor.com";

  static TeamtailorSite of(Employer employer, BoardContext context) {
    return new TeamtailorSite(
        employer, context.sites(employer, SERVER, "https://%s.teamtailor.com"), context);
  }

  /** The feed in JSON. */
  Optional<TeamtailorFeed> json(String query) throws ExtensionException, InterruptedException {
    return feed("jobs.json", query);
  }

  /** The feed in RSS. */
  Optional<TeamtailorFeed> rss(int offset) throws ExtensionException, InterruptedException {
    return feed("jobs.rss", "offset=%d&per_page=%d".formatted(offset, TeamtailorFeed.PAGE));
  }

  /** Empty where there is no such thing: Teamtailor says so with 404 or leads elsewhere. */
  private Optional<TeamtailorFeed> feed(String name, String query)
      throws ExtensionException, InterruptedException {
    for (URI root : roots) {
      URI asked = HttpCall.under(root, name);
      URI address = query.isEmpty() ? asked : URI.create(asked + "?" + query);
      Optional<HttpReply> reply = context.http().find(HttpCall.get(address));
      if (reply.isPresent()) {
        return Optional.of(TeamtailorFeed.of(reply.get(), employer));
      }
    }
    return Optional.empty();
  }

  ExtensionException unknown() {
    return employer.unknownTo(
        "Teamtailor, or has its page at another host", "upcloud in upcloud.teamtailor.com");
  }
}
