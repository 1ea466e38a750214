package dev.peregrine.recipes;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How a board's rows come in pages.
 *
 * @param size rows of a full page; 0 where it is not known
 * @param from number of the first page
 * @param most pages that are read at most
 * @param next where an answer has what the next page is asked with
 */
record Pages(int size, int from, int most, Optional<Expression> next) {

  private static final int MOST = 20;

  /**
   * @param isUsed whether the request is told that name
   */
  static Pages read(
      Optional<RecipePart> written, ExpressionReader expressions, Predicate<String> isUsed) {
    boolean turns = isUsed.test("page") || isUsed.test("offset") || isUsed.test("cursor");
    if (written.isEmpty()) {
      return new Pages(0, 1, turns ? MOST : 1, Optional.empty());
    }
    RecipePart part = written.get();
    Map<String, RecipePart> members = part.members(Set.of("size", "from", "most", "next"));
    if (!turns) {
      throw part.mistake(
          "\"pages\" stands here, but the request has no {page}, {offset} or {cursor}. Put one into it, or take \"pages\" away");
    }
    if (members.containsKey("next") != isUsed.test("cursor")) {
      throw part.mistake(
          "\"next\" and the place {cursor} in the request belong together, and one of the two is missing. Add it");
    }
    int size = whole(members, "size", 1, 10_000, 0);
    if (size == 0 && isUsed.test("offset")) {
      throw part.mistake("an {offset} needs the size of a page. Add a line such as \"size: 100\"");
    }
    return new Pages(
        size,
        whole(members, "from", 0, 1, 1),
        whole(members, "most", 1, 1000, MOST),
        Optional.ofNullable(members.get("next")).map(expressions::read));
  }

  private static int whole(
      Map<String, RecipePart> members, String name, int least, int most, int otherwise) {
    return Optional.ofNullable(members.get(name))
        .map(part -> part.whole(least, most))
        .orElse(otherwise);
  }

  boolean isLast(int page, int rows) {
    return page + 1 >= most || rows < size;
  }
}
