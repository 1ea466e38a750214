package dev.peregrine.host.discovery;

import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.BoardFilter;
import dev.peregrine.api.board.BoardKind;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.Employer;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.config.Blocklist;
import dev.peregrine.host.config.MinPay;
import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.plugins.Extension;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Turns search profiles into what each board is asked. */
final class Planner {

  /** How much is read at most of a board that leaves filters to the host. */
  private static final int MOST_TO_READ = 10_000;

  /** The same of a feed, whose operator gives it away page by page, the newest first. */
  private static final int MOST_OF_A_FEED = 2_000;

  private final Blocklist blocklist;
  private final InstantSource clock;

  Planner(Blocklist blocklist, InstantSource clock) {
    this.blocklist = blocklist;
    this.clock = clock;
  }

  /** Board id → profiles that want it, in the profiles' order. */
  static Map<String, List<SearchProfile>> wanted(
      List<SearchProfile> profiles, List<String> boards, List<Extension<JobBoard>> installed) {
    var wanted = new LinkedHashMap<String, List<SearchProfile>>();
    for (SearchProfile profile : profiles) {
      var ids = new LinkedHashSet<>(boards.isEmpty() ? profile.boards() : boards);
      if (ids.isEmpty()) {
        for (Extension<JobBoard> board : installed) {
          if (((BoardDescriptor) board.descriptor()).onByDefault()) {
            ids.add(board.id());
          }
        }
        // Employers that are named for a board are a wish to search it.
        ids.addAll(profile.employers().keySet());
      }
      ids.forEach(id -> wanted.computeIfAbsent(id, key -> new ArrayList<>()).add(profile));
    }
    return wanted;
  }

  Errand errand(Extension<JobBoard> board, List<SearchProfile> profiles, boolean force) {
    var descriptor = (BoardDescriptor) board.descriptor();
    var searches = new ArrayList<Errand.Search>();
    if (profiles.size() > 1 && descriptor.applies().isEmpty()) {
      // The answer is the same for each profile, so the board is asked once.
      searches.add(merged(descriptor, profiles));
    } else {
      for (SearchProfile profile : profiles) {
        BoardQuery query = query(profile, descriptor);
        searches.add(
            new Errand.Search(
                query, List.of(gate(profile, query, descriptor)), profile.limitPerBoard()));
      }
    }
    return new Errand(board, searches, force);
  }

  private Errand.Search merged(BoardDescriptor descriptor, List<SearchProfile> profiles) {
    var gates = new ArrayList<Gate>();
    var employers = new LinkedHashMap<String, Employer>();
    int most = 0;
    for (SearchProfile profile : profiles) {
      BoardQuery query = query(profile, descriptor);
      gates.add(gate(profile, query, descriptor));
      query.employers().forEach(employer -> employers.putIfAbsent(employer.slug(), employer));
      most = Math.min(SearchProfile.MOST, most + profile.limitPerBoard());
    }
    return new Errand.Search(
        BoardQuery.all(most(descriptor)).withEmployers(List.copyOf(employers.values())),
        gates,
        most);
  }

  private Gate gate(SearchProfile profile, BoardQuery query, BoardDescriptor descriptor) {
    return new Gate(
        blocklist,
        profile.excludedWords(),
        new Filters(query, profile.minPay(), descriptor.applies(), clock));
  }

  private static BoardQuery query(SearchProfile profile, BoardDescriptor descriptor) {
    BoardQuery query =
        query(
            profile,
            employers(
                Optional.ofNullable(profile.employers().get(descriptor.about().id())), descriptor));
    return query.withLimit(limit(query, descriptor));
  }

  /** What a profile asks for, of any board. */
  static BoardQuery query(SearchProfile profile, List<Employer> employers) {
    return new BoardQuery(
        profile.titles(),
        profile.locations(),
        profile.country(),
        profile.remote(),
        OptionalInt.empty(),
        profile.maxAge(),
        profile.employmentTypes(),
        profile.minPay().map(MinPay::annual),
        employers,
        profile.limitPerBoard(),
        0,
        true);
  }

  /** The employers to ask for: those named, else the board's own first choice. */
  static List<Employer> employers(Optional<List<String>> slugs, BoardDescriptor descriptor) {
    if (!descriptor.searchesEmployers()) {
      return List.of();
    }
    if (slugs.isEmpty()) {
      return descriptor.starters();
    }
    return slugs.get().stream()
        .map(
            slug ->
                descriptor.starters().stream()
                    .filter(starter -> starter.slug().equals(slug))
                    .findFirst()
                    .orElseGet(() -> Employer.of(slug)))
        .toList();
  }

  /** A query for a try: with employers, and with room for what the host's own filters drop. */
  static BoardQuery tried(
      BoardQuery query, BoardDescriptor descriptor, Optional<List<Employer>> named) {
    BoardQuery wide = query.withLimit(Math.max(query.limit(), limit(query, descriptor)));
    return query.employers().isEmpty()
        ? wide.withEmployers(named.orElseGet(() -> employers(Optional.empty(), descriptor)))
        : wide;
  }

  /**
   * A board that leaves filters to the host has to show more than is kept: the more, the less it
   * narrows the search itself.
   */
  private static int limit(BoardQuery query, BoardDescriptor descriptor) {
    boolean titles = query.titles().isEmpty() || descriptor.applies().contains(BoardFilter.TITLE);
    boolean places =
        query.locations().isEmpty() || descriptor.applies().contains(BoardFilter.LOCATION);
    if (titles && places) {
      return query.limit();
    }
    int most = most(descriptor);
    return titles ? Math.min(most, 5 * query.limit()) : most;
  }

  private static int most(BoardDescriptor descriptor) {
    return descriptor.kind() == BoardKind.PUBLIC_FEED ? MOST_OF_A_FEED : MOST_TO_READ;
  }
}
