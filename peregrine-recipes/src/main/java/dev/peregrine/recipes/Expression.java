package dev.peregrine.recipes;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a recipe says a value is: a place to read, or something made of it. */
sealed interface Expression permits Expression.At, Expression.Changed, Expression.Of, Template {

  /** The values; none where the source does not say. */
  List<String> texts(Source source);

  /** Tells the names of what was asked for that it needs. */
  void names(Consumer<String> taker);

  /** The first value. */
  default Optional<String> text(Source source) {
    return texts(source).stream().findFirst();
  }

  /** What stands at a place. */
  record At(Spot path) implements Expression {
    @Override
    public List<String> texts(Source source) {
      return source.texts(path);
    }

    @Override
    public void names(Consumer<String> taker) {
      if (path instanceof Spot.Asked asked) {
        taker.accept(asked.name());
      }
    }
  }

  /** The values of the first part that has some, or of all parts. */
  record Of(List<Expression> parts, boolean all) implements Expression {
    public Of {
      parts = List.copyOf(parts);
    }

    @Override
    public List<String> texts(Source source) {
      if (all) {
        return parts.stream().flatMap(part -> part.texts(source).stream()).toList();
      }
      for (Expression part : parts) {
        List<String> texts = part.texts(source);
        if (!texts.isEmpty()) {
          return texts;
        }
      }
      return List.of();
    }

    @Override
    public void names(Consumer<String> taker) {
      parts.forEach(part -> part.names(taker));
    }
  }

  /** Values that are changed, one change after the other. */
  record Changed(Expression from, List<Change> changes) implements Expression {
    public Changed {
      changes = List.copyOf(changes);
    }

    @Override
    public List<String> texts(Source source) {
      List<String> texts = from.texts(source);
      for (Change change : changes) {
        texts = change.of(texts, source);
      }
      return texts.stream().filter(text -> !text.isBlank()).toList();
    }

    @Override
    public void names(Consumer<String> taker) {
      from.names(taker);
      changes.forEach(change -> change.names(taker));
    }
  }
}
