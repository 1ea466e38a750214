package dev.peregrine.api.board;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Posting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Takes the rows of a whole search, or those of one employer in it. */
final class RowHandover implements Handover {

  private final Quota quota;
  private final BoardContext context;
  private final Optional<Employer> employer;
  private final Details details;

  RowHandover(Quota quota, BoardContext context, Optional<Employer> employer) {
    this.quota = quota;
    this.context = context;
    this.employer = employer;
    this.details = new Details(context, whose());
  }

  @Override
  public boolean isFull() {
    return quota.isShareFull();
  }

  @Override
  public <R> int take(
      List<R> rows, Predicate<Posting> wanted, RowReader<R> reader, DetailReader<R> detailReader)
      throws ExtensionException, InterruptedException {
    var broken = new LinkedHashMap<Integer, ExtensionException>();
    int fresh = 0;
    for (int i = 0; i < rows.size() && !isFull(); i++) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      Optional<Posting> posting = Optional.empty();
      try {
        posting = read(rows.get(i), reader);
      } catch (ExtensionException unreadable) {
        if (unreadable.kind() == Kind.RATE_LIMITED) {
          throw unreadable; // by a call that the row needed; the next row's would be one more
        }
        broken.put(i + 1, unreadable);
      }
      if (posting.isPresent() && quota.isNew(posting.get())) {
        fresh++;
        if (wanted.test(posting.get())) {
          Posting complete = complete(rows.get(i), posting.get(), detailReader);
          Optional.of(complete).filter(wanted).ifPresent(quota::offer);
        }
      }
    }
    tell(broken, rows.size());
    return fresh;
  }

  private <R> Posting complete(R row, Posting listed, DetailReader<R> reader)
      throws InterruptedException {
    return quota.wantsDescription() ? details.of(row, listed, reader) : listed;
  }

  private static <R> Optional<Posting> read(R row, RowReader<R> reader)
      throws ExtensionException, InterruptedException {
    try {
      return reader.read(row);
    } catch (RuntimeException unreadable) {
      throw new ExtensionException(
          Kind.CHANGED_REMOTE,
          "The row has no id, title or address as expected. It was left out.",
          unreadable);
    }
  }

  private void tell(Map<Integer, ExtensionException> broken, int rows) throws ExtensionException {
    if (!broken.isEmpty() && broken.size() == rows) {
      throw noneReadable(broken, rows);
    }
    broken.forEach((number, why) -> context.skipped(whose() + "row " + number, why));
  }

  private String whose() {
    return employer.map(one -> "Employer \"%s\", ".formatted(one.slug())).orElse("");
  }

  /** The rows have another shape, unless each needed a call and these failed. */
  private ExtensionException noneReadable(Map<Integer, ExtensionException> broken, int rows) {
    String whose = employer.map(one -> " of employer \"%s\"".formatted(one.slug())).orElse("");
    return broken.values().stream()
        .filter(failure -> failure.kind() != Kind.CHANGED_REMOTE)
        .findFirst()
        .orElseGet(
            () ->
                new ExtensionException(
                    Kind.CHANGED_REMOTE,
                    "None of the %d rows%s could be read; the board has changed its format. Look for an update of this plugin."
                        .formatted(rows, whose),
                    broken.values().iterator().next()));
  }
}
