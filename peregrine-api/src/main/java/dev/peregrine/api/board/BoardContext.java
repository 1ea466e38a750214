package dev.peregrine.api.board;

import dev.peregrine.api.ExtensionContext;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the host lends a board for one call.
 *
 * @since 0.1
 */
public interface BoardContext extends ExtensionContext {

  /**
   * Reports a part of the search that failed while the rest goes on: one employer, one page, one
   * row. The person sees it in the run.
   *
   * @param what the part, as a person names it, such as {@code Employer "acme"} or {@code row 17}
   * @param why what went wrong
   */
  void skipped(String what, ExtensionException why);

  /**
   * The server to ask: the setting {@code base-url} of {@link
   * dev.peregrine.api.SettingSpec#baseUrl}, which may name one that stands in for the board's own.
   *
   * @param usual the board's own
   */
  default URI server(String usual) {
    return settings().address("base-url").orElseGet(() -> URI.create(usual));
  }

  /**
   * Where an employer's pages may be, for boards that give each employer a host of its own. On a
   * {@linkplain #server server} that stands in for the board's they are in the folder of the
   * employer's short name, or right there where it has no such folder.
   *
   * @param usual the board's own server
   * @param hosts addresses with {@code %s} for the short name, such as {@code
   *     https://%s.bamboohr.com}
   * @return none where the short name, in lower case, cannot be a part of a host's name
   */
  default List<URI> sites(Employer employer, String usual, String... hosts) {
    String label = employer.slug().toLowerCase(Locale.ROOT);
    if (!label.matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z]{2,3})?")) {
      return List.of();
    }
    URI server = server(usual);
    return server.equals(URI.create(usual))
        ? Stream.of(hosts).map(host -> URI.create(host.formatted(label))).toList()
        : List.of(HttpCall.under(server, label), server);
  }
}
