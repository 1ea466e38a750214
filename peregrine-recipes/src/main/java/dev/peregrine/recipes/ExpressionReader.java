package dev.peregrine.recipes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads what a recipe says of a value. */
final class ExpressionReader {

  private static final Set<String> KNOWN = known();

  private final Function<String, Spot> paths;
  private final Function<String, Expression> plain;

  private ExpressionReader(Function<String, Spot> paths, Function<String, Expression> plain) {
    this.paths = paths;
    this.plain = plain;
  }

  /** For fields, in which a plain text is a place in the row. */
  static ExpressionReader ofFields(Format format, Names names) {
    Function<String, Spot> paths =
        text -> text.startsWith("$") ? names.path(text.substring(1)) : format.path(text);
    return new ExpressionReader(paths, text -> new Expression.At(paths.apply(text)));
  }

  /** For requests, in which a plain text is itself and a place is something that was asked for. */
  static ExpressionReader ofRequests(Names names) {
    return new ExpressionReader(names::path, Template::constant);
  }

  Expression read(RecipePart part) {
    if (part.isMap()) {
      return changed(part);
    }
    if (part.isList()) {
      return new Expression.Of(part.items().stream().map(this::read).toList(), false);
    }
    String text = part.text();
    if (text.startsWith("=")) {
      return Template.constant(text.substring(1));
    }
    return text.contains("{") ? template(part, text) : known(part, () -> plain.apply(text));
  }

  /** Where something stands. */
  Spot path(RecipePart part) {
    return path(part, part.text());
  }

  Spot path(RecipePart part, String text) {
    return known(part, () -> paths.apply(text));
  }

  /** A text with places to fill in; a part of what stands there. */
  Template template(RecipePart part, String text) {
    return known(part, () -> Template.of(text, paths));
  }

  private static <T> T known(RecipePart part, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException unknown) {
      throw part.wrong(String.valueOf(unknown.getMessage()));
    }
  }

  private Expression changed(RecipePart part) {
    Map<String, RecipePart> members = part.members(KNOWN);
    var changes = new ArrayList<Change>();
    members.forEach(
        (name, member) -> {
          if (name.equals("default")) {
            changes.add(new Change.Default(read(member)));
          } else if (ChangeReader.KNOWN.contains(name)) {
            changes.addAll(ChangeReader.read(name, member));
          }
        });
    Expression from = from(part, members);
    return changes.isEmpty() ? from : new Expression.Changed(from, changes);
  }

  private Expression from(RecipePart part, Map<String, RecipePart> members) {
    RecipePart all = members.get("all");
    if (all != null) {
      if (members.containsKey("from")) {
        throw part.mistake("\"from\" and \"all\" stand side by side. Take one of the two away");
      }
      return new Expression.Of(all.items().stream().map(this::read).toList(), true);
    }
    RecipePart from = part.need(members, "from", "name");
    return !from.isMap() && !from.isList() && isName(from.text())
        ? known(from, () -> new Expression.At(paths.apply(from.text())))
        : read(from);
  }

  private static boolean isName(String text) {
    return !text.contains("{") && !text.startsWith("=");
  }

  private static Set<String> known() {
    var known = new TreeSet<>(ChangeReader.KNOWN);
    known.addAll(List.of("from", "all", "default"));
    return known;
  }
}
