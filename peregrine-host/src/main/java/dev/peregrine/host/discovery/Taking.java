package dev.peregrine.host.discovery;

import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes the postings of one call of a board, cuts what is out of all proportion, asks the gate, and
 * ends the call when there is enough, whatever the board thinks of it.
 */
final class Taking implements Consumer<Posting> {

  /**
   * Ends a board's call from inside. Boards that catch it are interrupted soon after. Not a
   * CancellationException: futures take that for a cancellation of their own.
   */
  static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super("Peregrine has enough postings of this board.");
    }
  }

  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_COMPANY = 200;
  private static final int LONGEST_DESCRIPTION = 100_000;
  private static final int LONGEST_DETAIL = 2_000;
  private static final int MOST_OF_A_LIST = 50;
  private static final int PATIENCE = 20;

  private final Errand.Search search;
  private final String board;
  private final BoardLine line;
  private final Arrivals arrivals;
  private final int keptBefore;
  private int taken;
  private int refused;
  private volatile boolean closed;
  private volatile boolean full;
  private volatile boolean stopped;

  Taking(Errand.Search search, String board, BoardLine line, Arrivals arrivals) {
    this.search = search;
    this.board = board;
    this.line = line;
    this.arrivals = arrivals;
    this.keptBefore = line.kept();
  }

  @Override
  public synchronized void accept(Posting posting) {
    boolean enough = taken >= search.query().limit() || line.kept() - keptBefore >= search.most();
    if (closed || enough) {
      full |= enough && !closed;
      closed = true;
      if (++refused > PATIENCE) {
        Thread.currentThread().interrupt();
      }
      throw new Enough();
    }
    Posting cut = cut(posting);
    taken++;
    line.shown(cut);
    try {
      arrivals.put(cut, board, line, search.hides(cut));
    } catch (InterruptedException cancelled) {
      closed = true;
      stopped = true;
      Thread.currentThread().interrupt();
      throw new Enough();
    }
  }

  /** Nothing more is taken, even from a call that goes on although it should have ended. */
  void close() {
    closed = true;
  }

  /** Whether the call was ended because there is enough. */
  boolean isFull() {
    return full;
  }

  /** Whether the call was ended because nothing can be taken any more. */
  boolean isStopped() {
    return stopped;
  }

  private static Posting cut(Posting posting) {
    Posting cut = posting;
    if (posting.title().length() > LONGEST_TITLE) {
      cut =
          new Posting(
              cut.nativeId(),
              start(cut.title(), LONGEST_TITLE),
              cut.company(),
              cut.url(),
              cut.applyUrl(),
              cut.places(),
              cut.remote(),
              cut.posted(),
              cut.closes(),
              cut.employmentTypes(),
              cut.salary(),
              cut.description(),
              cut.tags(),
              cut.details());
    }
    if (cut.company().filter(name -> name.length() > LONGEST_COMPANY).isPresent()) {
      cut = cut.withCompany(cut.company().map(name -> start(name, LONGEST_COMPANY)));
    }
    if (cut.description().filter(text -> text.length() > LONGEST_DESCRIPTION).isPresent()) {
      cut = cut.withDescription(cut.description().map(text -> start(text, LONGEST_DESCRIPTION)));
    }
    if (cut.places().size() > MOST_OF_A_LIST) {
      cut = cut.withPlaces(cut.places().subList(0, MOST_OF_A_LIST));
    }
    for (Map.Entry<PostingDetail, String> detail : posting.details().entrySet()) {
      if (detail.getValue().length() > LONGEST_DETAIL) {
        cut =
            cut.withDetail(detail.getKey(), Optional.of(start(detail.getValue(), LONGEST_DETAIL)));
      }
    }
    List<String> tags = cut.tags();
    if (tags.size() > MOST_OF_A_LIST
        || tags.stream().anyMatch(tag -> tag.length() > LONGEST_COMPANY)) {
      cut =
          cut.withTags(
              tags.stream().limit(MOST_OF_A_LIST).map(tag -> start(tag, LONGEST_COMPANY)).toList());
    }
    return cut;
  }

  private static String start(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    boolean inPair = Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, inPair ? length - 1 : length);
  }
}
