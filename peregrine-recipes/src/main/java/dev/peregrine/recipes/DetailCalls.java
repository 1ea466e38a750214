package dev.peregrine.recipes;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Posting;
import dev.peregrine.api.board.BoardContext;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The calls of one search for what its list does not tell. They are an extra: where they fail,
 * postings stay as the list has them, and the search asks no more.
 */
final class DetailCalls {

  /** So many calls in a row that tell nothing new mean that there is nothing to be told. */
  private static final int MOST_IN_VAIN = 3;

  private final Recipe recipe;
  private boolean goOn;
  private int inVain;

  DetailCalls(Recipe recipe, boolean wanted) {
    this.recipe = recipe;
    this.goOn = wanted;
  }

  Posting completed(Posting posting, Row row) throws InterruptedException {
    if (!goOn || recipe.detail().isEmpty()) {
      return posting;
    }
    Detail detail = recipe.detail().get();
    Asked asked =
        row.source().asked().with("id", posting.nativeId()).with("url", posting.url().toString());
    try {
      Posting completed =
          row(recipe, detail, asked)
              .map(more -> PostingTemplate.finished(detail.fields().filled(posting, more)))
              .orElse(posting);
      inVain = completed.equals(posting) ? inVain + 1 : 0;
      goOn = inVain < MOST_IN_VAIN;
      return completed;
    } catch (ExtensionException failed) {
      goOn = failed.kind() == Kind.CHANGED_REMOTE;
      row.context().skipped("The full text of \"%s\"".formatted(shown(posting)), failed);
      return posting;
    }
  }

  /** The posting at an address for people. */
  static Optional<Posting> fetch(Recipe recipe, URI address, BoardContext context)
      throws ExtensionException, InterruptedException {
    Optional<Detail> detail = recipe.detail();
    Optional<String> id = detail.flatMap(Detail::page).flatMap(page -> page.find(address));
    if (detail.isEmpty() || id.isEmpty()) {
      return Optional.empty();
    }
    Asked asked =
        Rounds.settings(recipe, context).with("id", id.get()).with("url", address.toString());
    Secrets.check(recipe, asked);
    Row row =
        row(recipe, detail.get(), asked)
            .orElseThrow(
                () ->
                    new ExtensionException(
                        Kind.UNAVAILABLE,
                        "Posting \"%s\" is no longer there. It was taken down."
                            .formatted(id.get())));
    PostingTemplate fields = detail.get().fields();
    String title =
        row.text(fields.title())
            .orElseThrow(
                () ->
                    new ExtensionException(
                        Kind.CHANGED_REMOTE,
                        "Posting \"%s\" has no title as expected. Look for a newer recipe."
                            .formatted(id.get())));
    return Optional.of(
        PostingTemplate.finished(fields.filled(Posting.of(id.get(), title, address), row)));
  }

  private static Optional<Row> row(Recipe recipe, Detail detail, Asked asked)
      throws ExtensionException, InterruptedException {
    Optional<HttpReply> reply = new BoardCalls(recipe).fetch(detail.request(), asked);
    if (reply.isEmpty()) {
      return Optional.empty();
    }
    List<Source> found = detail.format().whole(reply.get(), asked).each(detail.root());
    return found.stream()
        .findFirst()
        .map(source -> new Row(source, reply.get().address(), Secrets.of(recipe, asked)));
  }

  private static String shown(Posting posting) {
    String title = posting.title();
    return title.length() > 60 ? title.substring(0, 60) + "…" : title;
  }
}
