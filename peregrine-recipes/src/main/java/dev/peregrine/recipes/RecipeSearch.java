package dev.peregrine.recipes;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Posting;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.Employer;
import dev.peregrine.api.board.Handover;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One search of a recipe's board. */
final class RecipeSearch {

  private final Recipe recipe;
  private final BoardQuery query;
  private final BoardContext context;
  private final BoardCalls calls;
  private final DetailCalls details;
  private final Wanted wanted;

  RecipeSearch(Recipe recipe, BoardQuery query, BoardContext context) {
    this.recipe = recipe;
    this.query = query;
    this.context = context;
    this.calls = new BoardCalls(recipe);
    this.details = new DetailCalls(recipe, query.fullDescriptions());
    this.wanted = new Wanted(recipe, query, context.clock());
  }

  void run(Consumer<Posting> found) throws ExtensionException, InterruptedException {
    List<Asked> rounds = Rounds.of(recipe, query, context);
    Secrets.check(recipe, rounds.getFirst());
    if (recipe.employers().isPresent()) {
      Handover.ofEmployers(
          query,
          context,
          found,
          (employer, handover) -> {
            for (Asked round : rounds) {
              pages(of(employer, round), Optional.of(employer), handover);
            }
          });
      return;
    }
    Handover handover = Handover.of(query, context, found);
    for (Asked round : rounds) {
      if (!handover.isFull()) {
        pagesOrReport(round, handover);
      }
    }
  }

  private static Asked of(Employer employer, Asked round) {
    return round.with("employer", employer.slug()).with("employer-name", employer.label());
  }

  /** What a board cannot be asked for costs only that round. */
  private void pagesOrReport(Asked round, Handover handover)
      throws ExtensionException, InterruptedException {
    try {
      pages(round, Optional.empty(), handover);
    } catch (ExtensionException cannot) {
      if (cannot.kind() != Kind.UNSUPPORTED) {
        throw cannot;
      }
      context.skipped("This part of the search", cannot);
    }
  }

  private void pages(Asked round, Optional<Employer> employer, Handover handover)
      throws ExtensionException, InterruptedException {
    Asked asked = round.with(recipe.values());
    Pages pages = recipe.pages();
    for (int page = 0; !handover.isFull(); page++) {
      asked =
          asked.with("page", (long) pages.from() + page).with("offset", (long) page * pages.size());
      Optional<HttpReply> reply = calls.fetch(recipe.request(), asked);
      if (reply.isEmpty() && page > 0) {
        return;
      }
      Source answer = answer(reply, employer, asked);
      List<Source> rows =
          recipe
              .rows()
              .in(
                  answer.asking(asked.with(recipe.answer(), answer)),
                  reply.orElseThrow().address());
      int fresh = take(rows, asked, reply.orElseThrow(), handover);
      Optional<String> next = pages.next().flatMap(at -> at.text(answer));
      boolean over = pages.next().isPresent() && next.isEmpty();
      if (over || fresh == 0 || pages.isLast(page, rows.size())) {
        return;
      }
      asked = asked.with("cursor", next.orElse(""));
    }
  }

  private Source answer(Optional<HttpReply> reply, Optional<Employer> employer, Asked asked)
      throws ExtensionException {
    if (reply.isPresent()) {
      Source answer = recipe.format().whole(reply.get(), asked);
      boolean unknown = recipe.employers().filter(each -> each.unknown().holds(answer)).isPresent();
      if (!unknown) {
        return answer;
      }
    }
    String board = recipe.descriptor().about().name();
    throw employer
        .map(
            each ->
                new ExtensionException(
                    Kind.BAD_SETTINGS,
                    "Employer \"%s\" is not known to %s. Expected the short name from the address of its career page."
                        .formatted(each.slug(), board)))
        .orElseGet(
            () ->
                new ExtensionException(
                    Kind.CHANGED_REMOTE,
                    "%s has nothing at the address of the recipe. Look for a newer one, or correct \"request\"."
                        .formatted(board)));
  }

  private int take(List<Source> rows, Asked asked, HttpReply reply, Handover handover)
      throws ExtensionException, InterruptedException {
    List<String> secrets = Secrets.of(recipe, asked);
    return handover.take(
        rows,
        wanted,
        source -> {
          if (recipe.rows().leaveOut().holds(source)) {
            return Optional.empty();
          }
          var row = new Row(source, reply.address(), secrets);
          Posting posting = recipe.fields().posting(row);
          return Optional.of(wanted.test(posting) ? details.completed(posting, row) : posting);
        });
  }
}
