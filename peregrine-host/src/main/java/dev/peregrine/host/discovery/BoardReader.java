package dev.peregrine.host.discovery;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.BoardKind;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.host.plugins.BoardListener;
import dev.peregrine.host.plugins.CallTap;
import dev.peregrine.host.plugins.Contexts;
import dev.peregrine.host.plugins.PluginBugException;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads one board and says on its line what came of it. A board's failure stays on its line. */
final class BoardReader {

  private final Contexts contexts;
  private final Optional<Health> health;
  private final UnaryOperator<String> names;
  private final Runnable onChange;
  private final CallTap tap;

  /**
   * @param health where to note how the board does; empty in a try
   * @param names board id → name
   * @param onChange told when the line changed
   */
  BoardReader(
      Contexts contexts, Optional<Health> health, UnaryOperator<String> names, Runnable onChange) {
    this(contexts, health, names, onChange, CallTap.NONE);
  }

  /**
   * @param tap hears or answers the board's calls, in a try
   */
  BoardReader(
      Contexts contexts,
      Optional<Health> health,
      UnaryOperator<String> names,
      Runnable onChange,
      CallTap tap) {
    this.contexts = contexts;
    this.health = health;
    this.names = names;
    this.onChange = onChange;
    this.tap = tap;
  }

  void read(Errand errand, Map<String, String> overrides, BoardLine line, Arrivals arrivals) {
    try {
      Optional<Health.Rest> rest = health.flatMap(known -> known.rest(errand));
      if (rest.isPresent()) {
        line.over(rest.get().state(), same -> rest.get().sentence());
        return;
      }
      line.reading();
      onChange.run();
      String enough = search(errand, overrides, line, arrivals);
      BoardQuery query =
          errand.searches().size() == 1 ? errand.searches().getFirst().query() : BoardQuery.all(1);
      line.over(
          OutcomeState.DONE, now -> Sentences.joined(Sentences.read(now, query, names), enough));
      health.ifPresent(known -> known.read(errand, ""));
    } catch (ExtensionException failure) {
      failed(errand, line, failure);
    } catch (PluginBugException bug) {
      failed(
          line,
          health
              .map(known -> known.faulty(errand, String.valueOf(bug.getMessage())))
              .orElseGet(
                  () -> new Health.Rest(OutcomeState.FAILED, String.valueOf(bug.getMessage()))));
    } catch (InterruptedException stopped) {
      line.over(
          OutcomeState.STOPPED,
          now -> Sentences.joined("Stopped before its end.", Sentences.keptSoFar(now.found())));
    } finally {
      onChange.run();
    }
  }

  private void failed(Errand errand, BoardLine line, ExtensionException failure) {
    OutcomeState state =
        needsBrowser(errand, line, failure) ? OutcomeState.NEEDS_BROWSER : state(failure.kind());
    Health.Rest rest =
        health
            .map(known -> known.failed(errand, state, failure))
            .orElseGet(() -> new Health.Rest(state, Sentences.ended(Health.message(failure))));
    failed(line, rest);
  }

  private static void failed(BoardLine line, Health.Rest rest) {
    line.over(
        rest.state(),
        now ->
            Sentences.joined(
                Sentences.joined(rest.sentence(), Sentences.keptSoFar(now.found())),
                Sentences.skipped(now.skippedParts())));
  }

  private static boolean needsBrowser(Errand errand, BoardLine line, ExtensionException failure) {
    return failure.kind() == ExtensionException.Kind.UNSUPPORTED
        && (line.isWithoutBrowser() || errand.descriptor().kind() == BoardKind.BROWSER_PAGES);
  }

  /** What there is to say where the board was stopped because there is enough; else nothing. */
  private String search(
      Errand errand, Map<String, String> overrides, BoardLine line, Arrivals arrivals)
      throws ExtensionException, InterruptedException {
    String enough = "";
    for (Errand.Search search : errand.searches()) {
      if (errand.descriptor().searchesEmployers() && search.query().employers().isEmpty()) {
        throw new ExtensionException(
            ExtensionException.Kind.BAD_SETTINGS,
            "It searches the pages of employers, and the search profile names none. Name some in it.");
      }
      BoardContext context = contexts.board(errand.board(), overrides, listener(line), tap);
      var taking = new Taking(search, errand.board().id(), line, arrivals);
      try {
        errand
            .board()
            .call(
                errand.descriptor().deadline(),
                board -> {
                  board.search(search.query(), context, taking);
                  return true;
                });
      } catch (ExtensionException | PluginBugException | Taking.Enough | InterruptedException e) {
        // What a board throws when it is told that there is enough says nothing about it.
        if (taking.isStopped()) {
          throw new InterruptedException();
        }
        if (!taking.isFull()) {
          throw e;
        }
        if (e instanceof InterruptedException && Thread.currentThread().isInterrupted()) {
          throw new InterruptedException();
        }
      } finally {
        taking.close();
      }
      if (taking.isFull()) {
        enough = enough(search);
      }
    }
    return enough;
  }

  private static String enough(Errand.Search search) {
    int limit = search.query().limit();
    return limit > search.most()
        ? "It has more than the %,d that are read in one run.".formatted(limit)
        : "It has more; the search profile sets how many are taken from a board.";
  }

  private BoardListener listener(BoardLine line) {
    return new BoardListener() {
      @Override
      public void skipped(String what, ExtensionException why) {
        line.skipped(what, why);
        onChange.run();
      }

      @Override
      public void noBrowser() {
        line.noBrowser();
      }

      @Override
      public void step(String text) {
        line.step(text);
        onChange.run();
      }

      @Override
      public void of(long done, long total) {
        line.of(done, total);
        onChange.run();
      }
    };
  }

  private static OutcomeState state(ExtensionException.Kind kind) {
    return switch (kind) {
      case BAD_SETTINGS -> OutcomeState.NEEDS_SETTINGS;
      case REFUSED -> OutcomeState.BLOCKED;
      case RATE_LIMITED -> OutcomeState.RESTING;
      case UNAVAILABLE -> OutcomeState.FAILED;
      case CHANGED_REMOTE, UNSUPPORTED -> OutcomeState.BROKEN;
    };
  }
}
