package dev.peregrine.plugin.board.teamtailor;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.Employer;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An employer's own host on Teamtailor. At a server that stands in for Teamtailor it is the folder
 * of the employer's name, or the server itself where it has no such folder.
 *
 * @param roots where it may be; the first that knows the employer counts
 */
record TeamtailorSite(Employer employer, List<URI> roots, BoardContext context) {

  static final String SERVER = "https://teamtailor.com";

  /**
   * @throws ExtensionException {@code BAD_SETTINGS} where the employer's name cannot be a host's
   */
  static TeamtailorSite of(Employer employer, BoardContext context) throws ExtensionException {
    String label = employer.slug().toLowerCase(Locale.ROOT);
    if (!label.matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z]{2,3})?")) {
      throw unknown(employer);
    }
    URI server = context.settings().address("base-url").orElse(URI.create(SERVER));
    return new TeamtailorSite(
        employer,
        server.equals(URI.create(SERVER))
            ? List.of(URI.create("https://%s.teamtailor.com".formatted(label)))
            : List.of(HttpCall.under(server, label), server),
        context);
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
      HttpReply reply =
          context.http().fetch(HttpCall.get(address).accepting(301, 302, 303, 307, 308, 404));
      if (reply.status() == 200 && isAt(reply.address(), asked)) {
        return Optional.of(TeamtailorFeed.of(reply, employer));
      }
    }
    return Optional.empty();
  }

  private static boolean isAt(URI address, URI asked) {
    return asked.getHost().equalsIgnoreCase(address.getHost())
        && asked.getPath().equals(address.getPath());
  }

  static ExtensionException unknown(Employer employer) {
    return new ExtensionException(
        Kind.BAD_SETTINGS,
        "Employer \"%s\" is not known to Teamtailor, or has its page at another host. Expected the first part of the address of its career page, such as upcloud in upcloud.teamtailor.com."
            .formatted(employer.slug()));
  }
}
