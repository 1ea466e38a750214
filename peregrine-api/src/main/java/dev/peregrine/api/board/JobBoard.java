package dev.peregrine.api.board;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Posting;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds postings on one job board. Plugins implement it; the host calls it.
 *
 * <p><b>Threads:</b> one instance serves all tenants; {@link #search} is called from many virtual
 * threads at once. Keep no state; everything that differs comes with the context.
 *
 * <p><b>Failure:</b> {@code BAD_SETTINGS} and {@code REFUSED}: the person is told, the board rests
 * until its settings change or the next day. {@code RATE_LIMITED} and {@code UNAVAILABLE}: tried
 * again later. {@code CHANGED_REMOTE}: the board is shown as changed and asked again after longer
 * pauses. Anything else thrown is reported as a bug of the plugin. What was found before the
 * failure is kept.
 *
 * <p><b>Limits:</b> 60 s for a search, 30 s for a fetch, unless the descriptor asks for more; then
 * interrupted. The constructor and {@link #descriptor} return within 2 s and call nothing.
 *
 * @since 0.1
 */
public interface JobBoard {

  /** What this board is and can do: a constant. */
  BoardDescriptor descriptor();

  /**
   * Searches the board and hands over each posting as soon as it is read.
   *
   * <p>Of the query's filters the board applies those that its descriptor names, and ignores the
   * others: the host applies these. It stops when {@link BoardQuery#limit} postings were handed
   * over. A row that cannot be read is reported with {@link BoardContext#skipped} and costs only
   * itself, and so does one of several employers; no row at all where there should be some is
   * {@code CHANGED_REMOTE}, and a page that is a wall is {@code REFUSED}, never "nothing found". A
   * {@link Handover} does this for rows and employers.
   *
   * @param found takes a posting; may be called from one thread at a time
   */
  void search(BoardQuery query, BoardContext context, Consumer<Posting> found)
      throws ExtensionException, InterruptedException;

  /**
   * Reads one posting by its address: a link that the person pasted, or a description that the
   * search did not have.
   *
   * @param address the posting's address as a person sees it
   * @return empty where the address is not one of this board's postings
   * @throws ExtensionException {@code UNAVAILABLE} also where the posting is gone
   */
  default Optional<Posting> fetch(URI address, BoardContext context)
      throws ExtensionException, InterruptedException {
    return Optional.empty();
  }

  /**
   * Recognises the address of an employer's page or of a posting as one of this board's, without a
   * call. Only boards with {@link BoardDescriptor#searchesEmployers} have an answer.
   */
  default Optional<Employer> employer(URI address) {
    return Optional.empty();
  }
}
