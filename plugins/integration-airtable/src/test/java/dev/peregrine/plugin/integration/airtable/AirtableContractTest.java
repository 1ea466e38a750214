package dev.peregrine.plugin.integration.airtable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.integration.PushOutcome;
import dev.peregrine.api.integration.Tracker;
import dev.peregrine.api.integration.TrackerRow;
import dev.peregrine.api.integration.TrackerRow.Cell;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.TrackedService;
import dev.peregrine.testkit.TrackerContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AirtableContractTest extends TrackerContract {

  @Override
  protected Tracker integration() {
    return new Airtable();
  }

  @Override
  protected TrackedService service() {
    return new FakeAirtable();
  }

  @Override
  protected String testPath() {
    return "/v0/meta/bases";
  }

  @Override
  protected String failure(int status, String message) {
    return "{\"error\":{\"type\":\"SOME_ERROR\",\"message\":\"%s\"}}".formatted(message);
  }

  @Test
  void tenRecordsAreOneCall() throws Exception {
    var rows = new ArrayList<TrackerRow>();
    for (int i = 0; i < 95; i++) {
      rows.add(
          new TrackerRow("p-" + i, Optional.empty(), Map.of(id("Job"), new Cell.Text("J" + i))));
    }
    server().forgetRequests();

    push(false, rows.toArray(TrackerRow[]::new));

    assertThat(server().requests()).filteredOn(tracked()::changes).hasSize(10);
  }

  @Test
  void withoutAWordOfAirtableItRestsHalfAMinuteAfterTooManyCalls() throws Exception {
    server()
        .answer(
            testPath(),
            RecordedAnswer.json(
                    "{\"errors\":[{\"error\":\"RATE_LIMIT_REACHED\",\"message\":\"Rate limit exceeded. Please try again later\"}]}")
                .withStatus(429));
    var context = context();

    ExtensionException why =
        tried(() -> assertThat(integration().test(context)).isNull(), context).orElseThrow();

    assertThat(why.kind()).isEqualTo(Kind.RATE_LIMITED);
    assertThat(why.retryAfter()).contains(Duration.ofSeconds(30));
  }

  @Test
  void aColumnWithBracesInItsNameIsFound() throws Exception {
    push(false, row("p-1", "Designer"));
    String ids = id("Peregrine");
    tracked().rename(ids, "a} b\\ 'c' {d");

    var outcomes = new ArrayList<PushOutcome>();
    integration()
        .push(
            new Tracker.Push(
                tracked().target(),
                ids,
                List.of(
                    new TrackerRow(
                        "p-1", Optional.empty(), Map.of(id("Job"), new Cell.Text("Lotse")))),
                false),
            context(),
            outcomes::add);

    assertThat(tracked().externalIds()).containsExactly("p-1");
    assertThat(tracked().read("p-1", id("Job"))).isEqualTo("Lotse");
  }

  @Test
  void aRecordThatLostItsIdGetsItBack() throws Exception {
    PushOutcome.Written first =
        (PushOutcome.Written) push(false, row("p-1", "Designer")).getFirst();
    tracked().edit("p-1", id("Peregrine"), "");

    push(false, new TrackerRow("p-1", first.remoteId(), Map.of(id("Job"), new Cell.Text("Lotse"))));

    assertThat(tracked().externalIds()).containsExactly("p-1");
    assertThat(tracked().read("p-1", id("Company"))).isEqualTo("Hafenlicht");
  }

  @Test
  void aBaseThatMayOnlyBeReadIsNotOffered() throws Exception {
    assertThat(integration().test(context())).isEqualTo("1 base: \"Bewerbungen\".");
    var context = context(Map.of("base", "Nur zum Lesen"));

    assertThat(
            tried(
                () -> assertThat(integration().create("Jobs", COLUMNS, context)).isNull(), context))
        .hasValueSatisfying(
            why -> assertThat(why).hasMessageContaining("\"Nur zum Lesen\" is none"));
  }
}
