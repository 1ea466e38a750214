package dev.peregrine.plugin.integration.googlesheets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.integration.PushOutcome;
import dev.peregrine.api.integration.PushOutcome.Effect;
import dev.peregrine.api.integration.Tracker;
import dev.peregrine.api.integration.Tracker.Push;
import dev.peregrine.api.integration.TrackerRow;
import dev.peregrine.api.integration.TrackerRow.Cell;
import dev.peregrine.api.integration.TrackerTarget;
import dev.peregrine.testkit.FakeIntegrationContext;
import dev.peregrine.testkit.TrackedService;
import dev.peregrine.testkit.TrackerContract;
import java.math.BigDecimal;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GoogleSheetsContractTest extends TrackerContract {

  @Override
  protected Tracker integration() {
    return new GoogleSheets();
  }

  @Override
  protected TrackedService service() {
    return new FakeSheets();
  }

  /** Signed in, without a service account. */
  @Override
  protected Map<String, String> settings() {
    return Map.of("service-account", "");
  }

  @Override
  protected boolean columnsHaveKinds() {
    return false;
  }

  @Override
  protected String testPath() {
    return "/drive/v3/files";
  }

  @Override
  protected String failure(int status, String message) {
    return "{\"error\":{\"code\":%d,\"message\":\"%s\",\"status\":\"SOME\"}}"
        .formatted(status, message);
  }

  @Test
  void aBatchIsOneChangeOfTheSheet() throws Exception {
    var rows = new ArrayList<TrackerRow>();
    for (int i = 0; i < 200; i++) {
      rows.add(
          new TrackerRow("p-" + i, Optional.empty(), Map.of(id("Job"), new Cell.Text("J" + i))));
    }
    server().forgetRequests();

    push(false, rows.toArray(TrackerRow[]::new));

    assertThat(server().requests()).filteredOn(tracked()::changes).hasSize(1);
    assertThat(tracked().externalIds()).hasSize(200);
  }

  @Test
  void rowsThatThePersonSortedAreFound() throws Exception {
    push(false, row("p-1", "Designer"), row("p-2", "Lotse"), row("p-3", "Smutje"));
    ((FakeSheets) tracked()).turnRound();

    push(
        false,
        new TrackerRow("p-1", Optional.of("2"), Map.of(id("Job"), new Cell.Text("Kapitän"))));

    assertThat(tracked().externalIds()).containsExactly("p-3", "p-2", "p-1");
    assertThat(tracked().read("p-1", id("Job"))).isEqualTo("Kapitän");
    assertThat(tracked().read("p-3", id("Job"))).isEqualTo("Smutje");
  }

  @Test
  void textsStayTextsAndNumbersNumbers() throws Exception {
    push(
        false,
        new TrackerRow(
            "p-1",
            Optional.empty(),
            Map.of(
                id("Job"), new Cell.Text("=1+1"),
                id("Company"), new Cell.Text("0012"),
                id("Score"), new Cell.Number(new BigDecimal("87.50")))));

    var sheets = (FakeSheets) tracked();
    assertThat(sheets.raw("p-1", id("Job")).isString()).isTrue();
    assertThat(sheets.raw("p-1", id("Company")).isString()).isTrue();
    assertThat(sheets.raw("p-1", id("Score")).isNumber()).isTrue();
  }

  @Test
  void aMomentIsToldInTheTimeOfTheSpreadsheet() throws Exception {
    var row =
        new TrackerRow(
            "p-1",
            Optional.empty(),
            Map.of(id("Found"), new Cell.Moment(Instant.parse("2026-07-01T10:00:00Z"))));

    push(false, row);

    // Noon in Berlin.
    assertThat(((FakeSheets) tracked()).raw("p-1", id("Found")).asDouble() % 1).isEqualTo(0.5);
    assertThat(push(false, row)).containsExactly(new PushOutcome.Unchanged("p-1"));
    var found = new ArrayList<Tracker.Pulled>();
    var _ =
        integration()
            .pull(
                new Tracker.Pull(
                    tracked().target(), id("Peregrine"), java.util.Set.of(id("Found"))),
                Optional.empty(),
                context(),
                found::add);
    assertThat(found.getFirst().row().cells())
        .containsValue(new Cell.Moment(Instant.parse("2026-07-01T10:00:00Z")));
  }

  @Test
  void aNewColumnWithTheNameOfARenamedOneIsAnother() throws Exception {
    push(false, row("p-1", "Designer"));
    String job = id("Job");
    tracked().rename(job, "Stelle");
    tracked().rename(id("Notes"), "Job");

    TrackerTarget table = integration().target(tracked().target(), context());

    assertThat(table.columns()).extracting(TrackerTarget.Column::name).contains("Stelle", "Job");
    assertThat(table.columns())
        .extracting(column -> column.id().orElseThrow())
        .doesNotHaveDuplicates();
    assertThat(tracked().read("p-1", job)).isEqualTo("Designer");
  }

  @Test
  void aRowThatWasArchivedComesBackIntoSight() throws Exception {
    push(false, row("p-1", "Designer"));
    var archive =
        new Push(
            tracked().target(),
            id("Peregrine"),
            List.of(new TrackerRow("p-1", Optional.empty(), Map.of())),
            false);
    integration().archive(archive, context(), outcome -> {});
    assertThat(tracked().externalIds()).isEmpty();

    List<PushOutcome> outcomes = push(false, row("p-1", "Designer"));

    assertThat(((PushOutcome.Written) outcomes.getFirst()).effect()).isEqualTo(Effect.CHANGED);
    assertThat(tracked().externalIds()).containsExactly("p-1");
  }

  @Test
  void aNewTableInTheSpreadsheetThatWasNamedIsASheetOfIt() throws Exception {
    var context =
        context(
            Map.of(
                "spreadsheet",
                "https://docs.google.com/spreadsheets/d/%s/edit?gid=17#gid=17"
                    .formatted(FakeSheets.SPREADSHEET)));

    TrackerTarget made = integration().create("Bewerbungen", COLUMNS, context);

    assertThat(made.id()).startsWith(FakeSheets.SPREADSHEET + "/");
    assertThat(made.name()).isEqualTo("Bewerbung: Bewerbungen");
    assertThat(integration().targets(context)).hasSize(2);
    assertThat(integration().test(context)).isEqualTo("Spreadsheet \"Bewerbung\", 2 sheets.");
    assertThat(
            tried(
                () -> assertThat(integration().create("Bewerbungen", COLUMNS, context)).isNotNull(),
                context))
        .hasValueSatisfying(why -> assertThat(why).hasMessageContaining("already exists"));
  }

  @Test
  void aServiceAccountIsToldWhatToShare() throws Exception {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    String key =
        "{\"client_email\":\"peregrine@falke.iam.gserviceaccount.com\",\"private_key_id\":\"k\",\"private_key\":\"-----BEGIN PRIVATE KEY-----\\n%s\\n-----END PRIVATE KEY-----\\n\"}"
            .formatted(
                Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded()));
    FakeIntegrationContext context = context(Map.of("service-account", key));

    assertThat(
            tried(
                () -> assertThat(integration().create("Bewerbungen", COLUMNS, context)).isNotNull(),
                context))
        .hasValueSatisfying(
            why -> {
              assertThat(why.kind()).isEqualTo(Kind.BAD_SETTINGS);
              assertThat(why)
                  .hasMessageContaining("share it with peregrine@falke.iam.gserviceaccount.com");
            });
    assertThat(server().requests()).isEmpty();
  }

  @Test
  void anAddressThatIsNoneIsSaid() throws Exception {
    var context = context(Map.of("spreadsheet", "my jobs"));

    assertThat(tried(() -> assertThat(integration().test(context)).isNull(), context))
        .hasValueSatisfying(
            why -> assertThat(why).hasMessageContaining("\"Spreadsheet\" is \"my jobs\""));
  }
}
