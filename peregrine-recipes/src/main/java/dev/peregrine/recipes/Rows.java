package dev.peregrine.recipes;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where an answer has its rows.
 *
 * @param paths of which at least one has to be there
 * @param empty what an answer without rows says where that is no mistake
 * @param leaveOut which rows are no postings
 */
record Rows(List<Spot> paths, Condition empty, Condition leaveOut) {

  Rows {
    paths = List.copyOf(paths);
  }

  static Rows read(
      RecipePart part,
      Map<String, RecipePart> members,
      Format format,
      ExpressionReader expressions) {
    return new Rows(
        part.need(members, "rows", "/jobs").items().stream()
            .map(item -> format.path(item.line()))
            .toList(),
        Condition.read(Optional.ofNullable(members.get("empty")), expressions),
        Condition.read(Optional.ofNullable(members.get("leave-out")), expressions));
  }

  /**
   * The rows, those that are left out among them.
   *
   * @throws ExtensionException {@code CHANGED_REMOTE} where there are none and should be
   */
  List<Source> in(Source answer) throws ExtensionException {
    var rows = new ArrayList<Source>();
    boolean there = false;
    for (Spot path : paths) {
      Optional<List<Source>> found = found(answer, path);
      there |= found.isPresent();
      found.ifPresent(rows::addAll);
    }
    if (!there && !empty.holds(answer)) {
      throw new ExtensionException(
          Kind.CHANGED_REMOTE,
          "The answer has no rows where the recipe looks for them; the board has changed its format. Look for a newer recipe, or correct \"rows\".");
    }
    return rows;
  }

  /** A page with nothing in it cannot be told from one that has changed. */
  private static Optional<List<Source>> found(Source answer, Spot path) {
    if (answer instanceof JsonSource json && path instanceof Spot.Pointer pointer) {
      return json.list(pointer);
    }
    List<Source> elements = answer.each(path);
    return elements.isEmpty() ? Optional.empty() : Optional.of(elements);
  }
}
