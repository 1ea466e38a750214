package dev.peregrine.plugin.board.teamtailor;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.Employer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All postings of an employer. The feed in JSON knows pay, type and closing day; the one in RSS
 * knows how much of the work is done from home, and the department. Where there is only one, or one
 * fails, the other is enough.
 *
 * @param name the employer's name, for postings that have none
 * @param others the same postings as the other feed has them, by id
 */
record TeamtailorSearch(
    List<? extends TeamtailorRow> rows, String name, Map<String, Posting> others) {

  /** No employer has 3,000 postings: a server that goes on is not making sense. */
  private static final int MOST_PAGES = 30;

  /**
   * @throws ExtensionException {@code BAD_SETTINGS} where Teamtailor does not know the employer
   */
  static TeamtailorSearch of(Employer employer, BoardContext context)
      throws ExtensionException, InterruptedException {
    var site = TeamtailorSite.of(employer, context);
    Optional<TeamtailorFeed> json = site.json("");
    Optional<TeamtailorFeed> first = json.isPresent() ? json : site.rss(0);
    String name = first.orElseThrow(site::unknown).employer().orElse(employer.label());
    boolean both = first.get().rows().stream().anyMatch(TeamtailorJsonItem.class::isInstance);
    return new TeamtailorSearch(
        both ? jsonRows(site, first.get()) : rssRows(site, first.get()),
        employer.name().orElse(name),
        both ? others(site, context) : Map.of());
  }

  Posting read(TeamtailorRow row, BoardContext context) throws ExtensionException {
    Posting posting = row.read(name, context.clock());
    Posting other = others.get(posting.nativeId());
    return other == null ? posting : completed(posting, other);
  }

  private static Posting completed(Posting posting, Posting other) {
    return posting
        .withRemote(other.remote().or(posting::remote))
        .withPlaces(posting.places().isEmpty() ? other.places() : posting.places())
        .withDescription(posting.description().or(other::description))
        .withTags(posting.tags().isEmpty() ? other.tags() : posting.tags())
        .withDetail(PostingDetail.DEPARTMENT, detail(other, PostingDetail.DEPARTMENT))
        .withDetail(PostingDetail.FUNCTION, detail(other, PostingDetail.FUNCTION));
  }

  private static Optional<String> detail(Posting posting, PostingDetail name) {
    return Optional.ofNullable(posting.details().get(name));
  }

  private static List<TeamtailorRow> jsonRows(TeamtailorSite site, TeamtailorFeed first)
      throws ExtensionException, InterruptedException {
    var rows = new ArrayList<TeamtailorRow>(first.rows());
    Optional<String> next = first.next();
    for (int page = 1; page < MOST_PAGES && next.isPresent(); page++) {
      Optional<TeamtailorFeed> feed = site.json(next.get());
      feed.ifPresent(more -> rows.addAll(more.rows()));
      Optional<String> here = next;
      next = feed.flatMap(TeamtailorFeed::next).filter(query -> !query.equals(here.get()));
    }
    return rows;
  }

  private static List<TeamtailorRow> rssRows(TeamtailorSite site, TeamtailorFeed first)
      throws ExtensionException, InterruptedException {
    var rows = new ArrayList<TeamtailorRow>(first.rows());
    int size = first.rows().size();
    for (int page = 1; page < MOST_PAGES && size == TeamtailorFeed.PAGE; page++) {
      List<? extends TeamtailorRow> more =
          site.rss(page * TeamtailorFeed.PAGE).map(TeamtailorFeed::rows).orElse(List.of());
      rows.addAll(more);
      size = more.size();
    }
    return rows;
  }

  private static Map<String, Posting> others(TeamtailorSite site, BoardContext context)
      throws InterruptedException {
    var others = new HashMap<String, Posting>();
    try {
      Optional<TeamtailorFeed> first = site.rss(0);
      if (first.isPresent()) {
        for (TeamtailorRow row : rssRows(site, first.get())) {
          Posting posting = row.read("", context.clock());
          others.put(posting.nativeId(), posting);
        }
      }
    } catch (ExtensionException failed) {
      context.skipped(
          "Employer \"%s\", departments and remote work".formatted(site.employer().slug()), failed);
    }
    return others;
  }
}
