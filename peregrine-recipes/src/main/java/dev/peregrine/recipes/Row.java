package dev.peregrine.recipes;

import dev.peregrine.api.HttpCall;
import dev.peregrine.api.board.BoardContext;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * One row of an answer.
 *
 * @param page where the answer came from, for addresses that are relative to it
 * @param secrets what must not stand in a posting, as a board may send the caller's key back
 */
record Row(Source source, URI page, List<String> secrets) {

  /** This for a part of the row. */
  Row part(Source inside) {
    return new Row(inside, page, secrets);
  }

  List<String> texts(Expression expression) {
    List<String> texts = expression.texts(source);
    for (String secret : secrets) {
      texts = texts.stream().map(text -> text.replace(secret, "")).toList();
    }
    return texts;
  }

  Optional<String> text(Expression expression) {
    return texts(expression).stream().findFirst();
  }

  Optional<String> text(Optional<Expression> expression) {
    return expression.flatMap(this::text);
  }

  Optional<URI> address(Expression expression) {
    return texts(expression).stream()
        .flatMap(text -> HttpCall.address(page, text).stream())
        .findFirst();
  }

  BoardContext context() {
    return source.asked().context();
  }
}
