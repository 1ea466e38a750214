package dev.peregrine.plugin.integration.googlesheets;

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
import dev.peregrine.google.wire.GooglePass;
import dev.peregrine.integration.wire.FittedRow;
import dev.peregrine.wire.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Google Sheets: a row a job in a sheet whose first row names the columns. */
public final class GoogleSheets implements Tracker {

  /** Each costs a call, and sixty a minute are allowed. */
  private static final int SPREADSHEETS_SHOWN = 12;

  @Override
  public ForTracker descriptor() {
    var settings = new ArrayList<SettingSpec>();
    settings.add(
        new SettingSpec.Text(
            "spreadsheet",
            "Spreadsheet",
            "Its address. Needed with a service account, which cannot make spreadsheets of its own; otherwise one is made when you ask for a new table.",
            false,
            Optional.empty()));
    settings.addAll(GooglePass.settings());
    settings.add(SettingSpec.baseUrl("https://sheets.googleapis.com"));
    return ForTracker.of(
            About.of(
                    "google-sheets",
                    "Google Sheets",
                    "Keeps a row for each job in a Google spreadsheet of yours.")
                .withHosts("sheets.googleapis.com", "www.googleapis.com", GooglePass.HOST)
                // Sixty reads and sixty writes a minute and person.
                .withCallGap(Duration.ofSeconds(1))
                .withHomepage("https://console.cloud.google.com/apis/library/sheets.googleapis.com")
                .withTerms("Google allows sixty reads and sixty writes a minute.")
                .withSettings(settings.toArray(SettingSpec[]::new)),
            Capability.CREATE_TARGETS,
            Capability.ADD_COLUMNS,
            Capability.ARCHIVE,
            Capability.PULL)
        .withSignIn(
            GooglePass.signIn(SheetsApi.SHEETS, "https://www.googleapis.com/auth/drive.file"))
        .withLimits(500, 40_000);
  }

  @Override
  public String test(IntegrationContext context) throws ExtensionException, InterruptedException {
    SheetsApi api = SheetsApi.of(context);
    Optional<String> spreadsheet = api.spreadsheet();
    if (spreadsheet.isPresent()) {
      Json told = api.sheets(spreadsheet.get());
      return "Spreadsheet \"%s\", %d sheets."
          .formatted(
              told.at("properties").at("title").text().orElse("").replaceAll("\\p{Cntrl}", " "),
              told.at("sheets").items().size());
    }
    int files = api.files(100).size();
    return "Google answers; %s."
        .formatted(
            switch (files) {
              case 0 -> "no spreadsheet is open to Peregrine yet";
              case 1 -> "1 spreadsheet is open to Peregrine";
              default -> "%d spreadsheets are open to Peregrine".formatted(files);
            });
  }

  @Override
  public List<TrackerTarget> targets(IntegrationContext context)
      throws ExtensionException, InterruptedException {
    SheetsApi api = SheetsApi.of(context);
    var ids = new ArrayList<String>();
    Optional<String> spreadsheet = api.spreadsheet();
    if (spreadsheet.isPresent()) {
      ids.add(spreadsheet.get());
    } else {
      for (Json file : api.files(SPREADSHEETS_SHOWN)) {
        file.at("id").text().filter(SheetsApi::isId).ifPresent(ids::add);
      }
    }
    var targets = new ArrayList<TrackerTarget>();
    for (String id : ids) {
      targets.addAll(targets(id, api.sheets(id)));
    }
    return List.copyOf(targets);
  }

  private static List<TrackerTarget> targets(String spreadsheet, Json told) {
    String title = told.at("properties").at("title").text().orElse(spreadsheet);
    var targets = new ArrayList<TrackerTarget>();
    for (Json sheet : told.at("sheets").items()) {
      Json properties = sheet.at("properties");
      // A sheet's number is left out where it is 0; charts and the like are no grids.
      long id = properties.at("sheetId").number().map(Number::longValue).orElse(0L);
      if (properties.at("sheetType").text().orElse("GRID").equals("GRID")) {
        targets.add(
            new TrackerTarget(
                "%s/%d".formatted(spreadsheet, id),
                Sheet.named(title, properties.at("title").text().orElse("")),
                Sheet.link(told, id),
                List.of()));
      }
    }
    return targets;
  }

  @Override
  public TrackerTarget target(String id, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    return Sheet.read(SheetsApi.of(context), id, Optional.of(1)).target();
  }

  @Override
  public TrackerTarget create(String name, List<Column> columns, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    SheetsApi api = SheetsApi.of(context);
    Optional<String> spreadsheet = api.spreadsheet();
    if (spreadsheet.isEmpty() && GooglePass.isServiceAccount(context)) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "A service account cannot make a spreadsheet. Make one yourself, share it with %s and enter its address as \"Spreadsheet\"."
              .formatted(GooglePass.sharedWith(context).orElse("it")));
    }
    JsonObject sheet =
        new JsonObject()
            .text("title", name)
            .object("gridProperties", new JsonObject().whole("frozenRowCount", 1));
    String target =
        spreadsheet.isPresent()
            ? "%s/%d".formatted(spreadsheet.get(), added(api, spreadsheet.get(), sheet))
            : made(api, name, sheet);
    return addColumns(target, columns, context);
  }

  private static long added(SheetsApi api, String spreadsheet, JsonObject sheet)
      throws ExtensionException, InterruptedException {
    Json answer =
        api.updated(
            api.update(
                spreadsheet,
                List.of(
                    new JsonObject()
                        .object("addSheet", new JsonObject().object("properties", sheet)))));
    return answer
        .at("replies")
        .at(0)
        .at("addSheet")
        .at("properties")
        .at("sheetId")
        .number()
        .map(Number::longValue)
        .orElseThrow(api.google().service()::notUnderstood);
  }

  private static String made(SheetsApi api, String name, JsonObject sheet)
      throws ExtensionException, InterruptedException {
    JsonObject wanted =
        new JsonObject()
            .object("properties", new JsonObject().text("title", name))
            .objects("sheets", List.of(new JsonObject().object("properties", sheet)));
    Json answer =
        api.known(
            api.google()
                .json(
                    api.google().call("POST", "/v4/spreadsheets").withJson(wanted.toString()), ""));
    return "%s/%d"
        .formatted(
            answer.at("spreadsheetId").need(),
            answer
                .at("sheets")
                .at(0)
                .at("properties")
                .at("sheetId")
                .number()
                .map(Number::longValue)
                .orElse(0L));
  }

  /** Columns hold anything here, so that one of the same name serves; it gets Peregrine's mark. */
  @Override
  public TrackerTarget addColumns(String target, List<Column> columns, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    SheetsApi api = SheetsApi.of(context);
    Sheet sheet = Sheet.read(api, target, Optional.empty());
    var requests = new ArrayList<JsonObject>();
    var headers = new TreeMap<Integer, Cell>();
    var taken = new HashSet<String>();
    sheet.columns().forEach(column -> taken.add(column.id().orElseThrow()));
    int next = sheet.width();
    for (Column column : columns) {
      Optional<Column> there =
          sheet.columns().stream().filter(one -> one.name().equals(column.name())).findFirst();
      if (there.isEmpty()) {
        String id = Sheet.free(column.name(), taken);
        boolean _ = taken.add(id);
        headers.put(next, new Cell.Text(column.name()));
        requests.add(SheetRequests.mark(sheet.id(), next, column.kind(), id));
        next++;
      } else if (sheet.untagged().contains(there.get().id().orElseThrow())) {
        String id = there.get().id().orElseThrow();
        requests.add(
            SheetRequests.mark(sheet.id(), sheet.place(id).orElseThrow(), column.kind(), id));
      }
    }
    if (requests.isEmpty()) {
      return sheet.target();
    }
    if (next > sheet.columnCount()) {
      requests.addFirst(SheetRequests.grow(sheet.id(), "COLUMNS", next - sheet.columnCount()));
    }
    requests.addAll(SheetRequests.cells(sheet.id(), 0, headers, sheet.zone()));
    Json _ = api.updated(api.update(sheet.spreadsheet(), requests));
    return Sheet.read(api, target, Optional.of(1)).target();
  }

  @Override
  public void push(Push push, IntegrationContext context, Consumer<PushOutcome> done)
      throws ExtensionException, InterruptedException {
    SheetsApi api = SheetsApi.of(context);
    new SheetRows(api, Sheet.read(api, push.target(), Optional.empty()), push, done).write();
  }

  @Override
  public void archive(Push push, IntegrationContext context, Consumer<PushOutcome> done)
      throws ExtensionException, InterruptedException {
    SheetsApi api = SheetsApi.of(context);
    new SheetRows(api, Sheet.read(api, push.target(), Optional.empty()), push, done).archive();
  }

  /** Everything each time, in one call: a sheet does not tell what was changed. */
  @Override
  public SyncPoint pull(
      Pull pull, Optional<String> since, IntegrationContext context, Consumer<Pulled> found)
      throws ExtensionException, InterruptedException {
    Sheet sheet = Sheet.read(SheetsApi.of(context), pull.target(), Optional.empty());
    var _ = FittedRow.idColumn(sheet.target(), pull.idColumn());
    int idPlace = sheet.place(pull.idColumn()).orElseThrow();
    var told = new HashSet<String>();
    for (int row = 1; row < sheet.rows().size(); row++) {
      String externalId = sheet.value(row, idPlace).text().orElse("");
      if (externalId.isEmpty() || sheet.hidden().contains(row) || !told.add(externalId)) {
        continue;
      }
      var cells = new HashMap<String, Cell>();
      for (Column column : sheet.columns()) {
        String id = column.id().orElseThrow();
        if (pull.columns().contains(id)) {
          Json value = sheet.value(row, sheet.place(id).orElseThrow());
          cells.put(id, SheetCells.read(value, column.kind(), sheet.zone()));
        }
      }
      found.accept(
          new Pulled(
              new TrackerRow(externalId, Optional.of(Integer.toString(row + 1)), cells),
              Optional.empty(),
              false));
    }
    return new SyncPoint(context.clock().instant().toString(), true);
  }
}
