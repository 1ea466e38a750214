package dev.peregrine.host.tracking;

import dev.peregrine.api.integration.TrackerTarget;
import dev.peregrine.api.integration.TrackerTarget.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A plan held against its table as it is now.
 *
 * @param plan with the names and kinds of now
 * @param lost ids of columns that cannot be served
 * @param remarks why, a sentence each
 */
record Fit(Plan plan, Set<String> lost, List<String> remarks) {

  static Fit of(Plan plan, TrackerTarget target) {
    Map<String, Column> there = new HashMap<>();
    target.columns().forEach(column -> column.id().ifPresent(id -> there.put(id, column)));
    var lost = new HashSet<String>();
    var remarks = new ArrayList<String>();
    for (Mapped mapped : plan.columns()) {
      Optional<Column> now = Optional.ofNullable(there.get(mapped.column()));
      if (now.isEmpty()) {
        lost.add(mapped.column());
        remarks.add(
            "The column \"%s\" is not in the table any more, so nothing is written to it."
                .formatted(mapped.name()));
      } else if (!mapped.field().fits(now.get().kind())) {
        lost.add(mapped.column());
        remarks.add(
            "The column \"%s\" holds something else now (%s), so nothing is written to it."
                .formatted(now.get().name(), KindWords.english(now.get().kind())));
      }
    }
    for (OwnColumn own : plan.own()) {
      if (!there.containsKey(own.column())) {
        lost.add(own.column());
        remarks.add(
            "Your column \"%s\" is not in the table any more; what was read of it stays here."
                .formatted(own.name()));
      }
    }
    Plan now =
        plan.with(
                mapped ->
                    Optional.ofNullable(there.get(mapped.column()))
                        .filter(column -> !lost.contains(mapped.column()))
                        .map(column -> Mapped.of(mapped.field(), column))
                        .orElse(mapped),
                own -> Optional.ofNullable(there.get(own.column())).map(OwnColumn::of).orElse(own))
            .seenAs(target.name(), target.link());
    return new Fit(now, Set.copyOf(lost), List.copyOf(remarks));
  }

  /** Whether rows can be told apart in it. */
  boolean hasIds() {
    return plan.column(Field.ID).filter(id -> !lost.contains(id.column())).isPresent();
  }
}
