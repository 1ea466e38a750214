package dev.peregrine.recipes;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Markup;
import dev.peregrine.api.Posting;
import java.net.URI;
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
record Rows(Format format, List<Spot> paths, Condition empty, Condition leaveOut) {

  Rows {
    paths = List.copyOf(paths);
  }

  static Rows read(
      RecipePart part,
      Map<String, RecipePart> members,
      Format format,
      ExpressionReader expressions) {
    return new Rows(
        format,
        format == Format.JSON_LD ? List.of() : paths(part, members, format),
        Condition.read(Optional.ofNullable(members.get("empty")), expressions),
        Condition.read(Optional.ofNullable(members.get("leave-out")), expressions));
  }

  private static List<Spot> paths(RecipePart part, Map<String, RecipePart> members, Format format) {
    return part.need(members, "rows", "/jobs").items().stream()
        .map(item -> format.path(item.line()))
        .toList();
  }

  /**
   * The rows, those that are left out among them.
   *
   * @throws ExtensionException {@code CHANGED_REMOTE} where there are none and should be
   */
  List<Source> in(Source answer, URI page) throws ExtensionException {
    var rows = new ArrayList<Source>(inPage(answer, page));
    boolean there = !rows.isEmpty();
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

  private List<Source> inPage(Source answer, URI page) {
    return format == Format.JSON_LD && answer instanceof MarkupSource(Markup markup, Asked asked)
        ? Posting.inPage(markup, asked.context(), page).stream()
            .<Source>map(posting -> new PostingSource(posting, asked))
            .toList()
        : List.of();
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
