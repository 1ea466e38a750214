package dev.peregrine.plugin.integration.airtable;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Json;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.api.integration.IntegrationDescriptor.Capability;
import dev.peregrine.api.integration.IntegrationDescriptor.ForTracker;
import dev.peregrine.api.integration.PushOutcome;
import dev.peregrine.api.integration.SyncPoint;
import dev.peregrine.api.integration.Tracker;
import dev.peregrine.api.integration.TrackerRow;
import dev.peregrine.api.integration.TrackerRow.Cell;
import dev.peregrine.api.integration.TrackerTarget;
import dev.peregrine.api.integration.TrackerTarget.Column;
import dev.peregrine.plugin.integration.airtable.AirtableApi.Base;
import dev.peregrine.wire.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Airtable: a record a job in a table of the person's base. */
public final class Airtable implements Tracker {

  @Override
  public ForTracker descriptor() {
    return ForTracker.of(
            About.of(
                    "airtable",
                    "Airtable",
                    "Keeps a record for each job in an Airtable base of yours.")
                .withHosts("api.airtable.com")
                // Five calls a second and base; more are refused for half a minute.
                .withCallGap(Duration.ofMillis(210))
                .withHomepage("https://airtable.com/create/tokens")
                .withTerms(
                    "Airtable allows five calls a second and base, and a number of calls a month that depends on your plan.")
                .withSettings(
                    new SettingSpec.Secret(
                        "token",
                        "Personal access token",
                        "From airtable.com/create/tokens, with the scopes data.records:read, data.records:write, schema.bases:read and, for new tables and columns, schema.bases:write; and access to your base.",
                        true),
                    new SettingSpec.Text(
                        "base",
                        "Base for new tables",
                        "Its name, or its id that begins with app. Empty: the first base in which the token may make tables.",
                        false,
                        Optional.empty()),
                    SettingSpec.baseUrl("https://api.airtable.com")),
            Capability.CREATE_TARGETS,
            Capability.ADD_COLUMNS,
            Capability.ARCHIVE,
            Capability.PULL)
        .withLimits(1000, 50_000);
  }

  @Override
  public String test(IntegrationContext context) throws ExtensionException, InterruptedException {
    List<Base> bases = AirtableApi.of(context).bases();
    if (bases.isEmpty()) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "The token opens no base that it may write to. Give it access to your base at airtable.com/create/tokens.");
    }
    return "%s: %s."
        .formatted(
            bases.size() == 1 ? "1 base" : bases.size() + " bases",
            bases.stream()
                .limit(5)
                .map(base -> "\"%s\"".formatted(base.name().replaceAll("\\p{Cntrl}", " ")))
                .reduce((all, next) -> all + ", " + next)
                .orElse(""));
  }

  @Override
  public List<TrackerTarget> targets(IntegrationContext context)
      throws ExtensionException, InterruptedException {
    AirtableApi api = AirtableApi.of(context);
    var targets = new ArrayList<TrackerTarget>();
    for (Base base : api.bases()) {
      api.tables(base).forEach(table -> targets.add(table.target()));
    }
    return List.copyOf(targets);
  }

  @Override
  public TrackerTarget target(String id, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    return AirtableTable.find(id, AirtableApi.of(context)).target();
  }

  @Override
  public TrackerTarget create(String name, List<Column> columns, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    AirtableApi api = AirtableApi.of(context);
    Base base = home(api);
    // The first column is the table's own; only some kinds can be it.
    List<Column> ordered =
        columns.stream()
            .sorted(Comparator.comparing(column -> column.kind() != TrackerTarget.Kind.TITLE))
            .toList();
    Json made =
        api.json(
            api.call("POST", "/v0/meta/bases/%s/tables".formatted(base.id()))
                .withJson(
                    new JsonObject()
                        .text("name", name)
                        .objects("fields", ordered.stream().map(AirtableTable::wanted).toList())
                        .toString()),
            "base \"%s\"".formatted(base.name()));
    String id = made.at("id").text().orElseThrow(api.service()::notUnderstood);
    return AirtableTable.find(base.id() + "/" + id, api).target();
  }

  @Override
  public TrackerTarget addColumns(String target, List<Column> columns, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    AirtableApi api = AirtableApi.of(context);
    AirtableTable table = AirtableTable.find(target, api);
    List<Column> missing =
        columns.stream()
            .filter(
                column ->
                    table.target().columns().stream()
                        .noneMatch(
                            there ->
                                there.name().equals(column.name())
                                    && there.kind() == column.kind()))
            .toList();
    for (Column column : missing) {
      Json _ =
          api.json(
              api.call(
                      "POST",
                      "/v0/meta/bases/%s/tables/%s/fields".formatted(table.base(), table.id()))
                  .withJson(AirtableTable.wanted(column).toString()),
              "table \"%s\"".formatted(table.target().name()));
    }
    return missing.isEmpty() ? table.target() : AirtableTable.find(target, api).target();
  }

  @Override
  public void push(Push push, IntegrationContext context, Consumer<PushOutcome> done)
      throws ExtensionException, InterruptedException {
    AirtableApi api = AirtableApi.of(context);
    new AirtableRows(api, AirtableTable.find(push.target(), api), push, done).write();
  }

  @Override
  public void archive(Push push, IntegrationContext context, Consumer<PushOutcome> done)
      throws ExtensionException, InterruptedException {
    AirtableApi api = AirtableApi.of(context);
    new AirtableRows(api, AirtableTable.find(push.target(), api), push, done).archive();
  }

  /** Everything each time: Airtable does not tell what was deleted, and a page has 100 records. */
  @Override
  public SyncPoint pull(
      Pull pull, Optional<String> since, IntegrationContext context, Consumer<Pulled> found)
      throws ExtensionException, InterruptedException {
    AirtableApi api = AirtableApi.of(context);
    AirtableTable table = AirtableTable.find(pull.target(), api);
    List<String> columns = pull.columns().stream().filter(table.types()::containsKey).toList();
    AirtableRecords.of(api, table, pull.idColumn())
        .all(
            columns,
            record -> {
              var cells = new HashMap<String, Cell>(record.cells());
              cells.keySet().retainAll(columns);
              found.accept(
                  new Pulled(
                      new TrackerRow(record.externalId(), Optional.of(record.id()), cells),
                      Optional.empty(),
                      false));
            });
    return new SyncPoint(context.clock().instant().toString(), true);
  }

  /** The base in which a new table is made. */
  private static Base home(AirtableApi api) throws ExtensionException, InterruptedException {
    String wanted = api.service().context().settings().text("base").orElse("").strip();
    return api.bases().stream()
        .filter(Base::maker)
        .filter(
            base ->
                wanted.isEmpty()
                    || base.id().equals(wanted)
                    || base.name().equalsIgnoreCase(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new ExtensionException(
                    Kind.BAD_SETTINGS,
                    wanted.isEmpty()
                        ? "The token opens no base in which it may make tables. Make a base in Airtable and give the token access to it as its creator."
                        : "Base \"%s\" is none in which the token may make tables, expected the name or id of one. Correct it in the settings."
                            .formatted(wanted)));
  }
}
