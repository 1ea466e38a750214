package dev.peregrine.api.board;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Posting;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Hands the postings of one search over as {@link JobBoard#search} asks for: each as soon as it is
 * read, each once, without the first {@link BoardQuery#offset} and no more than {@link
 * BoardQuery#limit}. A row that cannot be read costs only itself. Boards call it; the API
 * implements it.
 *
 * <p><b>Threads:</b> serves one search, from one thread at a time.
 *
 * @since 0.1
 */
public interface Handover {

  /** Makes a posting of one row of an answer. A board writes it. */
  @FunctionalInterface
  interface RowReader<R> {

    /**
     * Reads one row.
     *
     * @return empty where the row is left out on purpose
     * @throws ExtensionException where the row cannot be read; the person sees its message. Any
     *     {@link RuntimeException} means the same, and its message stays in the log
     */
    Optional<Posting> read(R row) throws ExtensionException, InterruptedException;
  }

  /** Asks for what only a call of its own tells about a posting. A board writes it. */
  @FunctionalInterface
  interface DetailReader<R> {

    /**
     * Completes one posting.
     *
     * @param row from which the posting was read
     * @param listed the posting as far as the row tells it
     * @return a posting with the same id
     * @throws ExtensionException where the rest cannot be had; the person sees its message. Any
     *     {@link RuntimeException} means the same, and its message stays in the log
     */
    Posting complete(R row, Posting listed) throws ExtensionException, InterruptedException;
  }

  /** Asks for the rows of one employer. A board writes it. */
  @FunctionalInterface
  interface EmployerReader {

    /**
     * Reads one employer's postings until there are no more or its handover is full.
     *
     * @throws ExtensionException where they cannot be read; {@code BAD_SETTINGS} with the
     *     employer's name where the board does not know it
     */
    void read(Employer employer, Handover handover) throws ExtensionException, InterruptedException;
  }

  /** The handover of one search that is not by employers. */
  static Handover of(BoardQuery query, BoardContext context, Consumer<Posting> found) {
    return new RowHandover(new Quota(query, found), context, Optional.empty());
  }

  /**
   * Searches the query's employers one after the other, because all live on one host, and tells the
   * person how far it is. The limit is shared among them, so that a large employer leaves room for
   * the others; what a share had no room for is handed over at the end.
   *
   * <p>An employer that fails is reported with {@link BoardContext#skipped} and costs only itself.
   *
   * @throws ExtensionException {@code BAD_SETTINGS} where the query names no employer or the board
   *     knows none of them; the employers' own failure where there is only one, where all fail,
   *     after too many calls, and where three in a row find the host down or refusing
   */
  static void ofEmployers(
      BoardQuery query, BoardContext context, Consumer<Posting> found, EmployerReader reader)
      throws ExtensionException, InterruptedException {
    new EmployerSearch(query.employers(), context, new Quota(query, found)).run(reader);
  }

  /** Whether further rows would be of no use: time to stop asking for pages. */
  boolean isFull();

  /**
   * Takes the rows of one answer.
   *
   * @return how many of them gave a posting that was not there before: on a further page, 0 means
   *     that the server repeats itself
   * @throws ExtensionException {@code CHANGED_REMOTE} where there are rows and none can be read
   */
  default <R> int take(List<R> rows, RowReader<R> reader)
      throws ExtensionException, InterruptedException {
    return take(rows, posting -> true, reader);
  }

  /**
   * Takes the rows of one answer, for boards that filter themselves.
   *
   * @param wanted which postings are handed over; only these count against the limit
   * @return how many of them gave a posting, wanted or not, that was not there before
   * @throws ExtensionException {@code CHANGED_REMOTE} where there are rows and none can be read
   */
  default <R> int take(List<R> rows, Predicate<Posting> wanted, RowReader<R> reader)
      throws ExtensionException, InterruptedException {
    return take(rows, wanted, reader, (row, listed) -> listed);
  }

  /**
   * Takes the rows of one answer, for boards where the description of a posting costs a call of its
   * own. It is asked for once a posting, and only where {@linkplain BoardQuery#fullDescriptions the
   * query} wants it and the posting is handed over.
   *
   * <p>A call that fails is reported with {@link BoardContext#skipped} and costs only what it would
   * have told. After {@code RATE_LIMITED}, {@code REFUSED} or three failures in a row no more are
   * asked for; where the search is by employers, the next one's are.
   *
   * @param wanted which postings are handed over; asked before and after the call
   * @return how many of the rows gave a posting, wanted or not, that was not there before
   * @throws ExtensionException {@code CHANGED_REMOTE} where there are rows and none can be read
   */
  <R> int take(
      List<R> rows, Predicate<Posting> wanted, RowReader<R> reader, DetailReader<R> details)
      throws ExtensionException, InterruptedException;
}
