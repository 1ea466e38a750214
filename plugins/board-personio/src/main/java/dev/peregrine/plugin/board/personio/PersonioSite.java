package dev.peregrine.plugin.board.personio;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Markup;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.Employer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An employer's own host on Personio, which is below {@code .de} or {@code .com}. At a server that
 * stands in for Personio it is the folder of the employer's name, or the server itself where it has
 * no such folder.
 *
 * @param roots where it may be; the first that knows the employer counts
 */
record PersonioSite(Employer employer, List<URI> roots, BoardContext context) {

  static final String SERVER = "https://jobs.personio.de";

  /**
   * The postings of an employer.
   *
   * @param pages the address below which people read them
   */
  record Postings(List<? extends PersonioRow> rows, URI pages) {}

  /**
   * @throws ExtensionException {@code BAD_SETTINGS} where the employer's name cannot be a host's
   */
  static PersonioSite of(Employer employer, BoardContext context) throws ExtensionException {
    String label = employer.slug().toLowerCase(Locale.ROOT);
    if (!label.matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")) {
      throw unknown(employer);
    }
    URI server = context.settings().address("base-url").orElse(URI.create(SERVER));
    return new PersonioSite(
        employer,
        server.equals(URI.create(SERVER))
            ? List.of(page(label, "de"), page(label, "com"))
            : List.of(HttpCall.under(server, label), server),
        context);
  }

  /** From the employer's feed, or from its page where the feed is switched off. */
  Postings postings() throws ExtensionException, InterruptedException {
    var switchedOff = new ArrayList<URI>();
    for (URI root : roots) {
      Optional<HttpReply> reply = answer(HttpCall.under(root, "xml"));
      if (reply.isEmpty()) {
        switchedOff.add(root);
      } else if (isOwnPage(reply.get())) {
        switchedOff.addFirst(root);
      } else {
        return new Postings(positions(reply.get()), pages(root));
      }
    }
    for (URI root : switchedOff) {
      Optional<HttpReply> page = answer(HttpCall.under(root, ""));
      List<PersonioBox> boxes =
          page
              .map(HttpReply::html)
              .map(html -> html.select("a.job-box, a.job-box-link"))
              .orElse(List.of())
              .stream()
              .map(PersonioBox::new)
              .toList();
      if (!boxes.isEmpty()) {
        return new Postings(boxes, pages(root));
      }
    }
    throw unknown(employer);
  }

  private List<PersonioPosition> positions(HttpReply feed) throws ExtensionException {
    Markup jobs =
        feed.xml()
            .first("workzag-jobs")
            .orElseThrow(
                () ->
                    new ExtensionException(
                        Kind.CHANGED_REMOTE,
                        "The answer of Personio for employer \"%s\" has no element \"workzag-jobs\". Look for an update of the plugin."
                            .formatted(employer.slug())));
    return jobs.select("> position").stream().map(PersonioPosition::new).toList();
  }

  /** Empty where there is no such thing: Personio says so with 404 or leads elsewhere. */
  private Optional<HttpReply> answer(URI asked) throws ExtensionException, InterruptedException {
    HttpReply reply =
        context.http().fetch(HttpCall.get(asked).accepting(301, 302, 303, 307, 308, 404));
    boolean there =
        asked.getHost().equalsIgnoreCase(reply.address().getHost())
            && asked.getPath().equals(reply.address().getPath());
    return reply.status() == 200 && there ? Optional.of(reply) : Optional.empty();
  }

  /**
   * Whether Personio shows a page of its own where the feed should be, as it does for unknown
   * employers and where the feed is switched off. Any other page is a wall.
   */
  private static boolean isOwnPage(HttpReply reply) throws ExtensionException {
    try {
      reply.xml();
      return false;
    } catch (ExtensionException page) {
      if (page.kind() != Kind.REFUSED
          || !reply.text().toLowerCase(Locale.ROOT).contains("personio")) {
        throw page;
      }
      return true;
    }
  }

  private URI pages(URI root) {
    String label = employer.slug().toLowerCase(Locale.ROOT);
    return root.equals(page(label, "com")) ? root : page(label, "de");
  }

  private static URI page(String label, String domain) {
    return URI.create("https://%s.jobs.personio.%s".formatted(label, domain));
  }

  private static ExtensionException unknown(Employer employer) {
    return new ExtensionException(
        Kind.BAD_SETTINGS,
        "Employer \"%s\" is not known to Personio, or shows neither feed nor list there. Expected the first part of the address of its career page, such as yager in yager.jobs.personio.de."
            .formatted(employer.slug()));
  }
}
