package dev.peregrine.plugin.board.hackernews;

import dev.peregrine.api.ExtensionContext;
import dev.peregrine.api.HttpCall;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The links of a comment, in its order. */
record CommentLinks(List<Link> links) {

  private static final int MOST = 50;
  private static final int BEFORE = 80;
  private static final Pattern ANCHOR = Pattern.compile("<a\\s+href=\"([^\"]{1,2000})\"");
  private static final Pattern TAG = Pattern.compile("<[^>]{0,2100}>");

  private static final Pattern JOB_ADDRESS =
      Pattern.compile(
          "(?i)(?:\\bjobs?\\b|careers?|apply|hiring|openings?|positions?|vacanc|recruit|join-us"
              + "|work-with-us|greenhouse\\.io|grnh\\.se|lever\\.co|ashbyhq|workable\\.com|/jobs)");

  private static final Pattern SAYS_SO =
      Pattern.compile("(?i)\\b(?:apply|application|submit|careers?|jobs?|openings?|roles?)\\b");

  private static final Pattern NEVER =
      Pattern.compile(
          "(?i)(?:.*\\.)?(?:ycombinator\\.com|youtube\\.com|wikipedia\\.org|x\\.com|twitter\\.com)");

  /**
   * A link.
   *
   * @param before the text right before it
   */
  private record Link(URI address, String before) {

    boolean isHomepage() {
      String path = Optional.ofNullable(address.getPath()).orElse("");
      return path.replace("/", "").isEmpty() && address.getQuery() == null;
    }

    boolean isForApplying() {
      boolean isElsewhere = NEVER.matcher(address.getHost()).matches();
      return JOB_ADDRESS.matcher(address.toString()).find()
          || !isElsewhere && !isHomepage() && SAYS_SO.matcher(before).find();
    }
  }

  static CommentLinks of(String html, ExtensionContext context) {
    var links = new ArrayList<Link>();
    Matcher anchor = ANCHOR.matcher(html);
    while (anchor.find() && links.size() < MOST) {
      String before = html.substring(Math.max(0, anchor.start() - BEFORE), anchor.start());
      context
          .html(anchor.group(1))
          .text()
          .flatMap(HttpCall::address)
          .ifPresent(address -> links.add(new Link(address, TAG.matcher(before).replaceAll(" "))));
    }
    return new CommentLinks(links);
  }

  /** Where a person applies: the first link that its address or the text before it says so of. */
  Optional<URI> application() {
    return links.stream().filter(Link::isForApplying).map(Link::address).findFirst();
  }

  /** The company's own site: the first link, where it is a home page. */
  Optional<URI> site() {
    return links.stream()
        .limit(1)
        .filter(link -> link.isHomepage() && !link.isForApplying())
        .map(Link::address)
        .findFirst();
  }
}
