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
  private static final String GERMAN = "https://%s.jobs.personio.de";
  private static final String OTHERS = "https://%s.jobs.personio.com";

  /**
   * The postings of an employer.
   *
   * @param pages the address below which people read them
   */
  record Postings(List<? extends PersonioRow> rows, URI pages) {}

  static PersonioSite of(Employer employer, BoardContext context) {
    return new PersonioSite(employer, context.sites(employer, SERVER, GERMAN, OTHERS), context);
  }

  /** From the employer's feed, or from its page where the feed is switched off. */
  Postings postings() throws ExtensionException, InterruptedException {
    var switchedOff = new ArrayList<URI>();
    for (URI root : roots) {
      Optional<HttpReply> reply = answer(root, "xml");
      if (reply.isEmpty()) {
        switchedOff.add(root);
      } else if (isOwnPage(reply.get())) {
        switchedOff.addFirst(root);
      } else {
        return new Postings(positions(reply.get()), pages(root));
      }
    }
    for (URI root : switchedOff) {
      Optional<HttpReply> page = answer(root, "");
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
    throw employer.unknownTo(
        "Personio, or shows neither feed nor list there", "yager in yager.jobs.personio.de");
  }

  private List<PersonioPosition> positions(HttpReply feed) throws ExtensionException {
    Markup jobs =
        feed.xml()
            .first("workzag-jobs")
            .orElseThrow(() -> employer.changed("Personio", "element \"workzag-jobs\""));
    return jobs.select("> position").stream().map(PersonioPosition::new).toList();
  }

  private Optional<HttpReply> answer(URI root, String step)
      throws ExtensionException, InterruptedException {
    return context.http().find(HttpCall.get(HttpCall.under(root, step)));
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
    return root.equals(page(OTHERS, label)) ? root : page(GERMAN, label);
  }

  private static URI page(String host, String label) {
    return URI.create(host.formatted(label));
  }
}
