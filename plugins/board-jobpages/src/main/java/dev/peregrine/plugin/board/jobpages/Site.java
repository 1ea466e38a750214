package dev.peregrine.plugin.board.jobpages;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Markup;
import dev.peregrine.api.Posting;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.Handover;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What one address leads to: a page with postings, a page that links to some, or a sitemap. */
record Site(URI start, BoardContext context) {

  private static final Pattern PAGE =
      Pattern.compile("(?is)\\s*(?:<!--.{0,2000}?-->\\s*)*<(?:!doctype\\s+html|html)\\b.*");
  private static final int LOOKED_AT = 5_000;

  /**
   * Hands over what is found there.
   *
   * @throws ExtensionException {@code REFUSED} for a page without postings and links to some, and
   *     where the site's robots.txt forbids all of them
   */
  void handTo(Handover handover) throws ExtensionException, InterruptedException {
    HttpReply reply = context.http().fetch(HttpCall.get(start));
    if (!isPage(reply)) {
      var sitemap = new Sitemap(start, context);
      open(sitemap.jobs(reply.xml()), handover);
      return;
    }
    Markup page = reply.html();
    List<Posting> postings = Posting.inPage(page, context, start);
    if (postings.isEmpty()) {
      open(links(page, reply.address()), handover);
    } else {
      handover.take(postings, Optional::of);
    }
  }

  private List<URI> links(Markup page, URI address) throws ExtensionException {
    List<URI> links =
        page.select("a[href]").stream()
            .flatMap(link -> link.attribute("href").stream())
            .flatMap(href -> HttpCall.address(address, href).stream())
            .map(JobAddress::withoutFragment)
            .filter(link -> JobAddress.isSameSite(link, address) && JobAddress.isJob(link))
            .filter(link -> !link.equals(address))
            .distinct()
            .toList();
    if (links.isEmpty()) {
      throw new ExtensionException(
          Kind.REFUSED,
          "\"%s\" holds no JobPosting data and no links to jobs. Open it in a browser; where the jobs come from another address, enter that one."
              .formatted(start));
    }
    return links;
  }

  /** Opens the pages of jobs, gently: no more than the person allows and robots.txt permits. */
  private void open(List<URI> jobs, Handover handover)
      throws ExtensionException, InterruptedException {
    if (jobs.isEmpty()) {
      return;
    }
    var robots = Robots.of(jobs.getFirst(), context);
    List<URI> allowed =
        jobs.stream().filter(robots::allows).limit(context.settings().whole("most")).toList();
    if (allowed.isEmpty()) {
      throw new ExtensionException(
          Kind.REFUSED,
          "The robots.txt of \"%s\" forbids programs to open its jobs. Open them in a browser."
              .formatted(start.getHost()));
    }
    var further = new ArrayList<Posting>();
    var seen = new ArrayList<Posting>();
    handover.take(
        allowed,
        job -> {
          context.progress().of(allowed.indexOf(job), allowed.size());
          List<Posting> postings = postings(job);
          postings.stream().limit(1).forEach(seen::add);
          postings.stream().skip(1).forEach(further::add);
          return postings.stream().findFirst();
        });
    handover.take(further, Optional::of);
    if (seen.isEmpty() && !handover.isFull()) {
      throw new ExtensionException(
          Kind.CHANGED_REMOTE,
          "None of %d pages of \"%s\" holds JobPosting data. Enter the address of a page that does."
              .formatted(allowed.size(), start.getHost()));
    }
  }

  private List<Posting> postings(URI job) throws ExtensionException, InterruptedException {
    return Posting.inPage(context.http().fetch(HttpCall.get(job)).html(), context, job);
  }

  private static boolean isPage(HttpReply reply) {
    String text = reply.text();
    return PAGE.matcher(text.substring(0, Math.min(LOOKED_AT, text.length()))).matches();
  }
}
