package dev.peregrine.host.discovery;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.Employer;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.plugins.Extension;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The employers that a person names for one try: short names, or addresses of their pages. */
final class NamedEmployers {

  private static final String KEY = "company";

  /** The board only reads an address. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private NamedEmployers() {}

  /**
   * Takes the override {@code company} out where it is not a setting of the board.
   *
   * @return empty where no employer is named
   * @throws ExtensionException {@code BAD_SETTINGS} for a name or an address that the board cannot
   *     take
   */
  static Optional<List<Employer>> take(Extension<JobBoard> board, Map<String, String> settings)
      throws ExtensionException, InterruptedException {
    var descriptor = (BoardDescriptor) board.descriptor();
    boolean own = descriptor.about().settings().stream().anyMatch(spec -> spec.key().equals(KEY));
    if (!descriptor.searchesEmployers() || own || !settings.containsKey(KEY)) {
      return Optional.empty();
    }
    var slugs = new ArrayList<String>();
    var employers = new ArrayList<Employer>();
    for (String text : String.valueOf(settings.remove(KEY)).split(",")) {
      String name = text.strip();
      if (name.contains("/")) {
        employers.add(ofPage(board, name));
      } else if (!name.isEmpty()) {
        slugs.add(name);
      }
    }
    try {
      employers.addAll(Planner.employers(Optional.of(slugs), descriptor));
    } catch (IllegalArgumentException notSlug) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS, String.valueOf(notSlug.getMessage()), notSlug);
    }
    return Optional.of(employers);
  }

  private static Employer ofPage(Extension<JobBoard> board, String text)
      throws ExtensionException, InterruptedException {
    Optional<URI> page = HttpCall.address(text.contains("://") ? text : "https://" + text);
    Optional<Employer> employer =
        page.isEmpty() ? Optional.empty() : board.call(LIMIT, known -> known.employer(page.get()));
    return employer.orElseThrow(
        () ->
            new ExtensionException(
                Kind.BAD_SETTINGS,
                "Company \"%s\": expected the address of a careers page that %s knows, or the employer's short name in it."
                    .formatted(text, board.descriptor().about().name())));
  }
}
