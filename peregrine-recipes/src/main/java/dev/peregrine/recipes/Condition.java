package dev.peregrine.recipes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether one of several things stands in a row or an answer. */
record Condition(List<Test> tests) {

  /**
   * @param values of which one has to stand there, in lower case; none: anything
   */
  record Test(Spot path, Set<String> values) {
    boolean holds(Source source) {
      return source.texts(path).stream()
          .anyMatch(text -> values.isEmpty() || values.contains(Texts.lower(text)));
    }
  }

  Condition {
    tests = List.copyOf(tests);
  }

  /** A place where something stands, or places with what has to stand there. */
  static Condition read(Optional<RecipePart> written, ExpressionReader expressions) {
    if (written.isEmpty()) {
      return new Condition(List.of());
    }
    RecipePart part = written.get();
    var tests = new ArrayList<Test>();
    if (part.isMap()) {
      part.members()
          .forEach(
              (path, values) ->
                  tests.add(
                      new Test(
                          expressions.path(values, path),
                          values.items().stream()
                              .map(RecipePart::line)
                              .map(Texts::lower)
                              .collect(Collectors.toUnmodifiableSet()))));
    } else {
      part.items().forEach(item -> tests.add(new Test(expressions.path(item), Set.of())));
    }
    return new Condition(tests);
  }

  boolean holds(Source source) {
    return tests.stream().anyMatch(test -> test.holds(source));
  }
}
