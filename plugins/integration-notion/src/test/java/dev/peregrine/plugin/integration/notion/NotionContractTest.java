package dev.peregrine.plugin.integration.notion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.integration.PushOutcome;
import dev.peregrine.api.integration.Tracker;
import dev.peregrine.api.integration.TrackerRow;
import dev.peregrine.api.integration.TrackerRow.Cell;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.TrackedService;
import dev.peregrine.testkit.TrackerContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NotionContractTest extends TrackerContract {

  @Override
  protected Tracker integration() {
    return new Notion();
  }

  @Override
  protected TrackedService service() {
    return new FakeNotion();
  }

  @Override
  protected String testPath() {
    return "/v1/users/me";
  }

  @Override
  protected String failure(int status, String message) {
    return "{\"object\":\"error\",\"status\":%d,\"code\":\"some_error\",\"message\":\"%s\"}"
        .formatted(status, message);
  }

  @Test
  void aDatabaseIsMadeUnderThePageThatWasNamed() throws Exception {
    String address = "https://www.notion.so/Jobs-" + FakeNotion.PARENT.replace("-", "") + "?pvs=4";
    server()
        .answer(
            "/v1/databases",
            asked -> {
              assertThat(asked.body()).contains(FakeNotion.PARENT.replace("-", ""));
              return FakeNotion.error(404, "object_not_found", "no");
            });
    var context = context(Map.of("page", address));

    assertThat(tried(() -> unused(integration().create("Jobs", COLUMNS, context)), context))
        .isPresent();
  }

  @Test
  void aMomentKeepsItsTime() throws Exception {
    var noon = new Cell.Moment(Instant.parse("2026-11-25T12:30:00Z"));

    push(false, new TrackerRow("p-1", Optional.empty(), Map.of(id("Found"), noon)));

    assertThat(tracked().read("p-1", id("Found"))).startsWith("2026-11-25T12:30:00");
    assertThat(push(false, new TrackerRow("p-1", Optional.empty(), Map.of(id("Found"), noon))))
        .containsExactly(new PushOutcome.Unchanged("p-1"));
  }

  @Test
  void commasInWordsOfAListDoNotCostTheRow() throws Exception {
    var words = new Cell.Choices(List.of("Berlin, Mitte", "Remote"));

    for (int i = 0; i < 2; i++) {
      assertThat(push(false, new TrackerRow("p-1", Optional.empty(), Map.of(id("Gaps"), words))))
          .noneMatch(PushOutcome.Failed.class::isInstance);
    }
    assertThat(tracked().read("p-1", id("Gaps"))).isEqualTo("Berlin Mitte, Remote");
  }

  @Test
  void aConflictIsTriedOnceMore() throws Exception {
    var conflicts = new AtomicInteger();
    server()
        .otherwise(
            asked ->
                tracked().changes(asked) && conflicts.getAndIncrement() == 0
                    ? FakeNotion.error(409, "conflict_error", "Transaction could not be completed.")
                    : tracked().answer(asked));

    assertThat(push(false, row("p-1", "Designer"))).noneMatch(PushOutcome.Failed.class::isInstance);
    assertThat(tracked().externalIds()).containsExactly("p-1");
  }

  @Test
  void ofCopiesOfAPageTheOneThatWasWrittenHereIsChanged() throws Exception {
    push(false, row("p-1", "Designer"), row("p-2", "Lotse"));
    List<PushOutcome> second =
        push(
            false,
            new TrackerRow("p-2", Optional.empty(), Map.of(id("Job"), new Cell.Text("Lotse 2"))));
    tracked().edit("p-1", id("Peregrine"), "p-2");

    List<PushOutcome> outcomes =
        push(
            false,
            new TrackerRow(
                "p-2",
                ((PushOutcome.Written) second.getFirst()).remoteId(),
                Map.of(id("Job"), new Cell.Text("Lotsin"))));

    assertThat(((PushOutcome.Written) outcomes.getFirst()).changes())
        .singleElement()
        .satisfies(change -> assertThat(change.before()).contains(new Cell.Text("Lotse 2")));
  }

  @Test
  void aBatchIsLookedUpInOneCall() throws Exception {
    push(false, row("p-0", "Designer"));
    var rows = new ArrayList<TrackerRow>();
    for (int i = 0; i < 100; i++) {
      rows.add(
          new TrackerRow("p-" + i, Optional.empty(), Map.of(id("Job"), new Cell.Text("J" + i))));
    }
    server().forgetRequests();

    push(false, rows.toArray(TrackerRow[]::new));

    assertThat(server().requests()).filteredOn(asked -> asked.path().endsWith("/query")).hasSize(1);
    assertThat(server().requests()).filteredOn(tracked()::changes).hasSize(100);
  }

  @Test
  void aDatabaseInTheTrashIsSaid() throws Exception {
    server()
        .answer(
            "/v1/data_sources/" + tracked().target(),
            RecordedAnswer.json(
                "{\"object\":\"data_source\",\"id\":\"%s\",\"in_trash\":true,\"properties\":{}}"
                    .formatted(tracked().target())));
    var context = context();

    assertThat(tried(() -> unused(integration().target(tracked().target(), context)), context))
        .hasValueSatisfying(why -> assertThat(why).hasMessageContaining("trash"));
  }

  private static void unused(Object result) {
    assertThat(result).isNotNull();
  }
}
