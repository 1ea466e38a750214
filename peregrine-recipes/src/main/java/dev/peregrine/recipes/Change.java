package dev.peregrine.recipes;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Something done with the values of an expression. */
interface Change {

  List<String> of(List<String> texts, Source source);

  /** Tells the names of what was asked for that it needs. */
  default void names(Consumer<String> taker) {}

  /** Makes none, one or several values of each. */
  static Change each(Function<String, List<String>> change) {
    return (texts, source) -> texts.stream().flatMap(text -> change.apply(text).stream()).toList();
  }

  /** Stands in where there is no value. */
  record Default(Expression other) implements Change {
    @Override
    public List<String> of(List<String> texts, Source source) {
      return texts.isEmpty() ? other.texts(source) : texts;
    }

    @Override
    public void names(Consumer<String> taker) {
      other.names(taker);
    }
  }
}
