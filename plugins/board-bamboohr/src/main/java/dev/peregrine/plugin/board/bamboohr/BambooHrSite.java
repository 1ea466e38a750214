package dev.peregrine.plugin.board.bamboohr;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.Employer;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An employer's own host on BambooHR. At a server that stands in for BambooHR it is the folder of
 * the employer's name, or the server itself where it has no such folder.
 *
 * @param roots where it may be; the first that knows the employer counts
 */
record BambooHrSite(Employer employer, List<URI> roots, BoardContext context) {

  static final String SERVER = "https://bamboohr.com";

  /**
   * @throws ExtensionException {@code BAD_SETTINGS} where the employer's name cannot be a host's
   */
  static BambooHrSite of(Employer employer, BoardContext context) throws ExtensionException {
    String label = employer.slug().toLowerCase(Locale.ROOT);
    if (!label.matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")) {
      throw unknown(employer);
    }
    URI server = context.settings().address("base-url").orElse(URI.create(SERVER));
    return new BambooHrSite(
        employer,
        server.equals(URI.create(SERVER))
            ? List.of(URI.create("https://%s.bamboohr.com".formatted(label)))
            : List.of(HttpCall.under(server, label), server),
        context);
  }

  /** The rows of the employer's list. */
  List<Json> list() throws ExtensionException, InterruptedException {
    Json rows = answer("careers", "list").orElseThrow(() -> unknown(employer)).at("result");
    if (!rows.isArray()) {
      throw new ExtensionException(
          Kind.CHANGED_REMOTE,
          "The answer of BambooHR for employer \"%s\" has no list of postings. Look for an update of the plugin."
              .formatted(employer.slug()));
    }
    return rows.items();
  }

  /**
   * One posting with its text.
   *
   * @throws ExtensionException {@code UNAVAILABLE} where it was taken down
   */
  Json posting(String id) throws ExtensionException, InterruptedException {
    Json opening =
        answer("careers", id, "detail")
            .orElseThrow(
                () ->
                    new ExtensionException(
                        Kind.UNAVAILABLE,
                        "Posting \"%s\" of \"%s\" is no longer on BambooHR. It was taken down."
                            .formatted(id, employer.slug())))
            .at("result")
            .at("jobOpening");
    if (!opening.isObject()) {
      throw new ExtensionException(
          Kind.CHANGED_REMOTE,
          "The answer of BambooHR for posting \"%s\" of \"%s\" has no posting. Look for an update of the plugin."
              .formatted(id, employer.slug()));
    }
    return opening;
  }

  /** Empty where there is no such thing: BambooHR says so with 404 or leads to its own pages. */
  private Optional<Json> answer(String... steps) throws ExtensionException, InterruptedException {
    for (URI root : roots) {
      URI asked = HttpCall.under(root, steps);
      HttpReply reply =
          context
              .http()
              .fetch(
                  HttpCall.get(asked)
                      .withHeader("Accept", "application/json")
                      .accepting(301, 302, 303, 307, 308, 404));
      if (reply.status() == 200 && isAt(reply.address(), asked)) {
        return Optional.of(reply.json());
      }
    }
    return Optional.empty();
  }

  private static boolean isAt(URI address, URI asked) {
    return asked.getHost().equalsIgnoreCase(address.getHost())
        && asked.getPath().equals(address.getPath());
  }

  private static ExtensionException unknown(Employer employer) {
    return new ExtensionException(
        Kind.BAD_SETTINGS,
        "Employer \"%s\" is not known to BambooHR. Expected the first part of the address of its career page, such as flyio in flyio.bamboohr.com/careers."
            .formatted(employer.slug()));
  }
}
