package dev.peregrine.testkit;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Json;
import dev.peregrine.api.Posting;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.BoardFilter;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.JobBoard;
import java.net.URI;
import java.util.HashSet;
import java.util.function.Consumer;

/** A sound little board, with one fault. */
final class FaultyBoard implements JobBoard {

  enum Fault {
    NONE,
    IGNORES_THE_LIMIT,
    HANDS_OVER_TWICE,
    TAKES_FAILURES_FOR_NOTHING,
    REPEATS_THE_SERVERS_TEXT,
    DIES_OF_ONE_ROW,
    HIDES_BROKEN_ROWS,
    IGNORES_THE_ADDRESS,
    CLAIMS_A_FILTER,
    HIDES_THE_INTERRUPT
  }

  private final Fault fault;

  FaultyBoard(Fault fault) {
    this.fault = fault;
  }

  @Override
  public BoardDescriptor descriptor() {
    var about =
        About.of("faulty", "Faulty", "A board for tests.")
            .withHosts("faulty.example")
            .withSettings(SettingSpec.baseUrl("https://faulty.example"));
    return fault == Fault.CLAIMS_A_FILTER
        ? BoardDescriptor.feed(about, BoardFilter.REMOTE)
        : BoardDescriptor.feed(about);
  }

  @Override
  public void search(BoardQuery query, BoardContext context, Consumer<Posting> found)
      throws ExtensionException, InterruptedException {
    try {
      read(query, context, found);
    } catch (ExtensionException failed) {
      if (fault != Fault.TAKES_FAILURES_FOR_NOTHING) {
        throw failed;
      }
    } catch (InterruptedException stopped) {
      if (fault != Fault.HIDES_THE_INTERRUPT) {
        throw stopped;
      }
    }
  }

  private void read(BoardQuery query, BoardContext context, Consumer<Posting> found)
      throws ExtensionException, InterruptedException {
    String base =
        fault == Fault.IGNORES_THE_ADDRESS
            ? "https://faulty.example"
            : context.settings().address("base-url").orElseThrow().toString();
    var call = HttpCall.get(base + "/jobs");
    if (fault == Fault.REPEATS_THE_SERVERS_TEXT) {
      throw new ExtensionException(Kind.UNAVAILABLE, context.http().exchange(call).text() + ".");
    }
    Json jobs = context.http().fetch(call).json().at("jobs");
    if (!jobs.isArray()) {
      throw new ExtensionException(Kind.CHANGED_REMOTE, "The answer has no list of jobs.");
    }
    var seen = new HashSet<String>();
    int broken = 0;
    for (Json row : jobs.items()) {
      try {
        String id = row.at("id").text().orElseThrow(IllegalArgumentException::new);
        String title = row.at("title").text().orElseThrow(IllegalArgumentException::new);
        boolean isNew = seen.add(id) || fault == Fault.HANDS_OVER_TWICE;
        boolean fits = seen.size() <= query.limit() || fault == Fault.IGNORES_THE_LIMIT;
        if (isNew && fits) {
          found.accept(Posting.of(id, title, URI.create("https://faulty.example/" + id)));
        }
      } catch (IllegalArgumentException unreadable) {
        broken++;
        if (fault == Fault.DIES_OF_ONE_ROW) {
          throw unreadable;
        }
        if (fault != Fault.HIDES_BROKEN_ROWS) {
          context.skipped(
              "row " + row.path(),
              new ExtensionException(Kind.CHANGED_REMOTE, "The row has no id or no title."));
        }
      }
    }
    if (broken > 0 && broken == jobs.items().size()) {
      throw new ExtensionException(Kind.CHANGED_REMOTE, "No row has an id and a title.");
    }
  }
}
