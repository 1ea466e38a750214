package dev.peregrine.recipes;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The things in a row that a field is read from: the row itself unless the recipe says more. */
record Each(Optional<Spot> path, Condition leaveOut) {

  static Each read(Map<String, RecipePart> members, ExpressionReader expressions) {
    return new Each(
        Optional.ofNullable(members.get("each")).map(expressions::path),
        Condition.read(Optional.ofNullable(members.get("leave-out")), expressions));
  }

  List<Row> of(Row row) {
    List<Row> all =
        path.map(at -> row.source().each(at).stream().map(row::part).toList()).orElse(List.of(row));
    return all.stream().filter(one -> !leaveOut.holds(one.source())).toList();
  }
}
