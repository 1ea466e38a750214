package dev.peregrine.plugin.board.greenhouse;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Json;
import dev.peregrine.api.Posting;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.Employer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One search over several employers, one after the other, because all live on one host. The limit
 * is shared among them, so that a large employer leaves room for the others; what a share had no
 * room for is handed over at the end.
 */
final class EmployerSearch {

  /** So many employers failing in a row mean that the host fails, not the employers. */
  private static final int IN_A_ROW = 3;

  /** Reads one employer's rows and gives them to {@link #rows}. */
  interface Reading {
    void read(Employer employer) throws ExtensionException, InterruptedException;
  }

  private final BoardQuery query;
  private final BoardContext context;
  private final Consumer<Posting> found;
  private final Set<String> seen = new HashSet<>();
  private final Queue<Posting> spare = new ArrayDeque<>();
  private int room;
  private int share;

  EmployerSearch(BoardQuery query, BoardContext context, Consumer<Posting> found) {
    this.query = query;
    this.context = context;
    this.found = found;
    this.room = query.limit();
  }

  void run(Reading reading) throws ExtensionException, InterruptedException {
    List<Employer> employers = query.employers();
    if (employers.isEmpty()) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "No employers are named. Name some in the search profile, by the short names in the addresses of their career pages.");
    }
    try {
      readAll(employers, reading);
    } finally {
      while (room > 0 && !spare.isEmpty()) {
        handOver(spare.remove());
      }
    }
  }

  private void readAll(List<Employer> employers, Reading reading)
      throws ExtensionException, InterruptedException {
    var failures = new ArrayList<ExtensionException>();
    int inARow = 0;
    for (int i = 0; i < employers.size() && room > 0; i++) {
      Employer employer = employers.get(i);
      tell(employer, i);
      share = Math.ceilDiv(room, employers.size() - i);
      try {
        reading.read(employer);
        inARow = 0;
      } catch (ExtensionException failed) {
        boolean hostFails = failed.kind() == Kind.UNAVAILABLE || failed.kind() == Kind.REFUSED;
        inARow = hostFails ? inARow + 1 : 0;
        if (employers.size() == 1 || failed.kind() == Kind.RATE_LIMITED || inARow == IN_A_ROW) {
          throw failed;
        }
        failures.add(failed);
        context.skipped("Employer \"%s\"".formatted(employer.slug()), failed);
      }
    }
    if (failures.size() == employers.size()) {
      throw noneReadable(employers, failures);
    }
  }

  private void tell(Employer employer, int done) {
    int all = query.employers().size();
    context.progress().of(done, all);
    context.progress().step("Employer %d of %d: %s".formatted(done + 1, all, employer.label()));
  }

  /** Whether more rows of the present employer can be of use. */
  boolean hasRoom() {
    return share > 0 || spare.size() < room;
  }

  /**
   * Makes postings of rows.
   *
   * @param posting gives nothing for a row that is left out on purpose, and throws {@link
   *     IllegalArgumentException} for one that cannot be read
   * @return how many postings were not seen before
   */
  int rows(Employer employer, List<Json> rows, Function<Json, Optional<Posting>> posting)
      throws ExtensionException, InterruptedException {
    var broken = new ArrayList<String>();
    int fresh = 0;
    for (Json row : rows) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (!hasRoom()) {
        break;
      }
      try {
        Optional<Posting> read = posting.apply(row);
        if (read.isPresent() && seen.add(read.get().nativeId())) {
          fresh++;
          read.filter(one -> query.fitsTitle(one.title(), one.tags())).ifPresent(this::offer);
        }
      } catch (IllegalArgumentException unreadable) {
        broken.add(row.path());
      }
    }
    if (!broken.isEmpty() && broken.size() == rows.size()) {
      throw new ExtensionException(
          Kind.CHANGED_REMOTE,
          "None of the %d postings of employer \"%s\" has an id, a title and an address as expected. Look for an update of the plugin."
              .formatted(rows.size(), employer.slug()));
    }
    for (String path : broken) {
      context.skipped(
          "Employer \"%s\", row %s".formatted(employer.slug(), path),
          new ExtensionException(
              Kind.CHANGED_REMOTE,
              "The row has no id, title or address as expected. The other rows were read."));
    }
    return fresh;
  }

  private void offer(Posting posting) {
    if (share > 0) {
      share--;
      handOver(posting);
    } else {
      spare.add(posting);
    }
  }

  private void handOver(Posting posting) {
    room--;
    found.accept(posting);
  }

  private static ExtensionException noneReadable(
      List<Employer> employers, List<ExtensionException> failures) {
    // What passes by itself comes first: the person need not act as long as it may be only that.
    for (Kind kind : List.of(Kind.UNAVAILABLE, Kind.REFUSED, Kind.CHANGED_REMOTE)) {
      for (ExtensionException failure : failures) {
        if (failure.kind() == kind) {
          return failure;
        }
      }
    }
    String names =
        String.join(
            ", ", employers.stream().limit(5).map(one -> "\"" + one.slug() + "\"").toList());
    return new ExtensionException(
        Kind.BAD_SETTINGS,
        "None of the %d employers is known here, beginning with %s. Check their short names in the addresses of their career pages."
            .formatted(employers.size(), names));
  }
}
