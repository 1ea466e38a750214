package dev.peregrine.recipes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** JSON to send, with places to fill in; what stays empty is left out. */
sealed interface JsonTemplate {

  Optional<String> text(Source asked);

  void names(Consumer<String> taker);

  static JsonTemplate read(RecipePart part, ExpressionReader expressions) {
    if (part.isMap() && !part.members().containsKey("from") && !part.members().containsKey("all")) {
      return new Members(part.each(member -> read(member, expressions)));
    }
    if (part.isList()) {
      return new Items(part.items().stream().map(item -> read(item, expressions)).toList());
    }
    return part.isBare() ? new Bare(part.text()) : new Value(expressions.read(part));
  }

  /** An object. */
  record Members(Map<String, JsonTemplate> members) implements JsonTemplate {
    @Override
    public Optional<String> text(Source asked) {
      return Optional.of(
          members.entrySet().stream()
              .flatMap(
                  member ->
                      member.getValue().text(asked).stream()
                          .map(text -> quoted(member.getKey()) + ":" + text))
              .collect(Collectors.joining(",", "{", "}")));
    }

    @Override
    public void names(Consumer<String> taker) {
      members.values().forEach(member -> member.names(taker));
    }
  }

  /** An array. */
  record Items(List<JsonTemplate> items) implements JsonTemplate {
    @Override
    public Optional<String> text(Source asked) {
      return Optional.of(
          items.stream()
              .flatMap(item -> item.text(asked).stream())
              .collect(Collectors.joining(",", "[", "]")));
    }

    @Override
    public void names(Consumer<String> taker) {
      items.forEach(item -> item.names(taker));
    }
  }

  /** A text, or a number where the place says so. */
  record Value(Expression expression) implements JsonTemplate {
    @Override
    public Optional<String> text(Source asked) {
      boolean number = expression instanceof Template template && template.isNumber();
      return expression
          .text(asked)
          .map(text -> number && Texts.number(text).isPresent() ? text : quoted(text));
    }

    @Override
    public void names(Consumer<String> taker) {
      expression.names(taker);
    }
  }

  /** A number or boolean that stands in the recipe. */
  record Bare(String literal) implements JsonTemplate {
    @Override
    public Optional<String> text(Source asked) {
      return Optional.of(literal);
    }

    @Override
    public void names(Consumer<String> taker) {}
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
