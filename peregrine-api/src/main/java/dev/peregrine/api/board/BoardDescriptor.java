package dev.peregrine.api.board;

import dev.peregrine.api.About;
import dev.peregrine.api.Descriptor;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a board is and can do.
 *
 * @param about name, hosts and settings
 * @param kind how the board lets itself be read
 * @param applies the filters of a {@link BoardQuery} that the board applies itself; the host
 *     applies the rest to what is found, as far as the postings tell
 * @param searchesEmployers whether each search needs {@link BoardQuery#employers}
 * @param starters employers to search until the person names some; only with {@code
 *     searchesEmployers}
 * @param onByDefault whether it is searched without being chosen: for boards that need no key and
 *     whose operators welcome it
 * @param deadline the longest time for a search, 1 s to 10 min
 * @param rest the least time between two searches of one tenant, where the operator asks for one;
 *     within it the host shows the last outcome instead
 * @since 0.1
 */
public record BoardDescriptor(
    About about,
    BoardKind kind,
    Set<BoardFilter> applies,
    boolean searchesEmployers,
    List<Employer> starters,
    boolean onByDefault,
    Duration deadline,
    Duration rest)
    implements Descriptor {

  public BoardDescriptor {
    Objects.requireNonNull(about);
    Objects.requireNonNull(kind);
    var filters = EnumSet.noneOf(BoardFilter.class);
    filters.addAll(applies);
    applies = Collections.unmodifiableSet(filters);
    starters = List.copyOf(starters);
    if (!searchesEmployers && !starters.isEmpty()) {
      throw new IllegalArgumentException(
          "Board \"%s\": it names starters but does not search employers.".formatted(about.id()));
    }
    if (deadline.compareTo(Duration.ofSeconds(1)) < 0
        || deadline.compareTo(Duration.ofMinutes(10)) > 0) {
      throw new IllegalArgumentException(
          "Board \"%s\": deadline \"%s\", expected 1 s to 10 min.".formatted(about.id(), deadline));
    }
    if (rest.isNegative()) {
      throw new IllegalArgumentException(
          "Board \"%s\": rest \"%s\", expected zero or more.".formatted(about.id(), rest));
    }
  }

  /** A public feed without a key, searched by default. */
  public static BoardDescriptor feed(About about, BoardFilter... applies) {
    return new BoardDescriptor(
        about,
        BoardKind.PUBLIC_FEED,
        Set.of(applies),
        false,
        List.of(),
        true,
        Duration.ofSeconds(60),
        Duration.ZERO);
  }

  /** Employers' own pages on one applicant tracking system, searched by default. */
  public static BoardDescriptor employers(
      About about, List<Employer> starters, BoardFilter... applies) {
    return new BoardDescriptor(
        about,
        BoardKind.EMPLOYER_PAGES,
        Set.of(applies),
        true,
        starters,
        true,
        Duration.ofMinutes(2),
        Duration.ZERO);
  }

  /** An official interface that needs the person's key: searched when chosen. */
  public static BoardDescriptor keyed(About about, BoardFilter... applies) {
    return feed(about, applies).withKind(BoardKind.KEYED_API).withOnByDefault(false);
  }

  /** Pages made for people, which may be blocked at any time: searched when chosen. */
  public static BoardDescriptor scraped(About about, BoardFilter... applies) {
    return feed(about, applies)
        .withKind(BoardKind.SCRAPED_PAGES)
        .withOnByDefault(false)
        .withDeadline(Duration.ofMinutes(3));
  }

  /** This with another kind. */
  public BoardDescriptor withKind(BoardKind newKind) {
    return new BoardDescriptor(
        about, newKind, applies, searchesEmployers, starters, onByDefault, deadline, rest);
  }

  /** This, searched by default or only when chosen. */
  public BoardDescriptor withOnByDefault(boolean on) {
    return new BoardDescriptor(
        about, kind, applies, searchesEmployers, starters, on, deadline, rest);
  }

  /** This with another longest time for a search. */
  public BoardDescriptor withDeadline(Duration newDeadline) {
    return new BoardDescriptor(
        about, kind, applies, searchesEmployers, starters, onByDefault, newDeadline, rest);
  }

  /** This with another least time between two searches. */
  public BoardDescriptor withRest(Duration newRest) {
    return new BoardDescriptor(
        about, kind, applies, searchesEmployers, starters, onByDefault, deadline, newRest);
  }
}
