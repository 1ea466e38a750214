package dev.peregrine.host.tracking;

import dev.peregrine.api.integration.PushOutcome;
import dev.peregrine.host.tracking.Trial.Diff;
import dev.peregrine.host.tracking.Work.Todo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is different, column by column, for a person. */
final class Diffs {

  private static final int LONGEST = 200;

  private Diffs() {}

  /** Against what was written last, in the order of the plan. */
  static List<Diff> kept(Plan plan, Todo todo) {
    Map<String, String> before = todo.kept().map(KeptRow::cells).orElse(Map.of());
    var diffs = new ArrayList<Diff>();
    for (Mapped mapped : plan.columns()) {
      String after = todo.texts().getOrDefault(mapped.column(), "");
      String was = before.getOrDefault(mapped.column(), "");
      if (mapped.field() != Field.ID && !after.equals(was)) {
        diffs.add(new Diff(mapped.name(), line(was), line(after)));
      }
    }
    todo.own()
        .forEach(
            value ->
                diffs.add(
                    new Diff(plan.nameOf(value.column()), line(value.base()), line(value.here()))));
    return diffs;
  }

  /** As a tracker says it. */
  static List<Diff> told(Plan plan, List<PushOutcome.Change> changes) {
    String id = plan.column(Field.ID).map(Mapped::column).orElse("");
    return changes.stream()
        .filter(change -> !change.column().equals(id))
        .map(
            change ->
                new Diff(
                    plan.nameOf(change.column()),
                    line(change.before().map(CellText::of).orElse("")),
                    line(CellText.of(change.after()))))
        .filter(diff -> !diff.before().equals(diff.after()))
        .toList();
  }

  /** As the log keeps it, a line each. */
  static String told(List<Diff> diffs) {
    return diffs.stream().map(Diff::said).collect(Collectors.joining("\n"));
  }

  /** A text as one line of bearable length. */
  static String line(String text) {
    return CellText.cut(text.strip().replaceAll("\\s*\n\\s*", ", "), LONGEST);
  }
}
