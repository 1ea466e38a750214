package dev.peregrine.host.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.resumes.ResumeJson;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MergeTest {

  private final Draft base = Draft.of(DraftTest.ada());

  private Draft edited(Draft from, Consumer<Map<String, String>> edit) {
    Map<String, String> form = ResumeViews.hidden(from);
    edit.accept(form);
    return Draft.read(form::get);
  }

  private static Map<String, Merge.Row> rows(Merge merge) {
    return merge.rows().stream().collect(Collectors.toMap(Merge.Row::key, row -> row));
  }

  private static Draft proposed(Merge merge) {
    Map<String, Merge.Row> rows = rows(merge);
    return merge.chosen(key -> rows.containsKey(key) && rows.get(key).takeTheirs());
  }

  @Test
  void whatWasEditedByHandStaysAndWhatIsNewComesIn() {
    Draft mine = edited(base, form -> form.put("work[0].position", "Countess of Computing"));
    Draft theirs =
        edited(
            base.changed("add", "work", -1),
            form -> {
              form.put("basics.phone", "+44 1");
              form.put("basics.email", "");
              form.put("work[1].endDate", "1842-01");
              form.put("work[2].name", "Academy");
              form.put("work[2].position", "Tutor");
            });
    var merge = new Merge(base, mine, theirs);
    assertThat(merge.rows())
        .extracting(row -> row.label() + " " + row.takeTheirs())
        .containsExactlyInAnyOrder(
            "E-mail false", "Phone true", "Title false", "To true", "The whole entry true");
    Draft result = proposed(merge);
    assertThat(result.value("basics.phone")).isEqualTo("+44 1");
    assertThat(result.value("basics.email")).isEqualTo("ada@example.org");
    assertThat(result.lists().get("work"))
        .extracting(entry -> entry.value("position") + ", " + entry.value("endDate"))
        .containsExactly("Countess of Computing, present", "Clerk, 1842-01", "Tutor, ");
    assertThat(ResumeJson.write(result.onto(DraftTest.ada()))).contains("x-desk");
  }

  @Test
  void anEntryTakenAwayByHandIsNotProposedAgainAndOneMissingInTheFileIsKept() {
    Draft mine = base.changed("remove", "work", 1);
    Draft theirs = base.changed("remove", "work", 0);
    var merge = new Merge(base, mine, theirs);
    assertThat(proposed(merge)).isEqualTo(mine);
    Draft all = merge.chosen(key -> true);
    assertThat(all.lists().get("work")).extracting(e -> e.value("name")).containsExactly("Mill");
  }

  @Test
  void entriesInAnotherOrderAreTheSameEntries() {
    Draft theirs = base.changed("down", "work", 0);
    assertThat(new Merge(base, base, theirs).rows()).isEmpty();
  }

  @Test
  void twoPositionsAtOneEmployerAreTwo() {
    Draft theirs =
        edited(
            base,
            form -> {
              form.put("work[1].name", "Engine Works");
              form.put("work[1].position", "Senior Analyst");
              form.put("work[1].startDate", "1850");
              form.put("work[1].endDate", "");
            });
    assertThat(rows(new Merge(base, base, theirs)).values())
        .extracting(row -> row.label() + ": " + row.takeTheirs())
        .containsExactlyInAnyOrder("The whole entry: false", "The whole entry: true");
  }
}
