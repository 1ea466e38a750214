package dev.peregrine.plugin.integration.googlesheets;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.google.wire.GoogleService;
import dev.peregrine.wire.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Google Sheets API.
 *
 * @see <a href="https://developers.google.com/workspace/sheets/api/reference/rest">Reference</a>,
 *     read 2026-11-23
 */
record SheetsApi(GoogleService google) {

  static final String SHEETS = "https://www.googleapis.com/auth/spreadsheets";

  /** The names of what was shared with a service account. */
  private static final String NAMES = "https://www.googleapis.com/auth/drive.metadata.readonly";

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{20,100}");
  private static final Pattern ADDRESS = Pattern.compile("/d/([A-Za-z0-9_-]{20,100})");

  static SheetsApi of(IntegrationContext context) throws ExtensionException {
    return new SheetsApi(GoogleService.of("Google Sheets", context, SHEETS, NAMES));
  }

  IntegrationContext context() {
    return google.service().context();
  }

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** The spreadsheet that the settings name. */
  Optional<String> spreadsheet() throws ExtensionException {
    String set = context().settings().text("spreadsheet").orElse("").strip();
    if (set.isEmpty()) {
      return Optional.empty();
    }
    Matcher address = ADDRESS.matcher(set);
    if (address.find()) {
      return Optional.of(address.group(1));
    }
    if (isId(set)) {
      return Optional.of(set);
    }
    throw new ExtensionException(
        Kind.BAD_SETTINGS,
        "\"Spreadsheet\" is \"%s\", expected its address. Copy it from the browser."
            .formatted(set));
  }

  /** The spreadsheets that the account can see, the latest first: id and name. */
  List<Json> files(int most) throws ExtensionException, InterruptedException {
    Json answer =
        google.json(
            google
                .call("GET", "www.googleapis.com", "/drive/v3/files")
                .withQuery(
                    "q", "mimeType='application/vnd.google-apps.spreadsheet' and trashed=false")
                .withQuery("orderBy", "modifiedTime desc")
                .withQuery("pageSize", Integer.toString(most))
                .withQuery("fields", "files(id,name)"),
            "");
    if (!answer.at("files").isArray()) {
      throw google.service().notUnderstood();
    }
    return answer.at("files").items();
  }

  /** A spreadsheet with the names of its sheets. */
  Json sheets(String spreadsheet) throws ExtensionException, InterruptedException {
    return known(
        google.json(
            google
                .call("GET", "/v4/spreadsheets/" + spreadsheet)
                .withQuery(
                    "fields",
                    "spreadsheetId,spreadsheetUrl,properties(title,timeZone),sheets.properties(sheetId,title,sheetType)"),
            "the spreadsheet"));
  }

  /** A sheet with what is known of its rows and columns, without what stands in them. */
  Optional<Json> sheet(String spreadsheet, long sheet)
      throws ExtensionException, InterruptedException {
    HttpCall call =
        google
            .call("POST", "/v4/spreadsheets/%s:getByDataFilter".formatted(spreadsheet))
            .withQuery(
                "fields",
                "spreadsheetId,spreadsheetUrl,properties(title,timeZone),sheets(properties(sheetId,title,gridProperties(rowCount,columnCount)),data(rowMetadata.hiddenByUser,columnMetadata.developerMetadata(metadataKey,metadataValue)))")
            .withJson(filtered(sheet, Optional.empty()).toString())
            // A sheet that is not there.
            .accepting(400);
    HttpReply reply = google.send(call, "the spreadsheet");
    return reply.status() == 400
        ? Optional.empty()
        : Optional.of(known(context().json(reply.text())));
  }

  /** What stands in a sheet, row by row, numbers and dates as numbers. */
  List<Json> values(String spreadsheet, long sheet, Optional<Integer> rows)
      throws ExtensionException, InterruptedException {
    Json answer =
        known(
            google.json(
                google
                    .call(
                        "POST",
                        "/v4/spreadsheets/%s/values:batchGetByDataFilter".formatted(spreadsheet))
                    .withJson(
                        filtered(sheet, rows)
                            .text("majorDimension", "ROWS")
                            .text("valueRenderOption", "UNFORMATTED_VALUE")
                            .text("dateTimeRenderOption", "SERIAL_NUMBER")
                            .toString()),
                "the spreadsheet"));
    return answer.at("valueRanges").at(0).at("valueRange").at("values").items();
  }

  /** Changes all at once or nothing. */
  HttpReply update(String spreadsheet, List<JsonObject> requests)
      throws ExtensionException, InterruptedException {
    return google.exchange(
        google
            .call("POST", "/v4/spreadsheets/%s:batchUpdate".formatted(spreadsheet))
            .withJson(new JsonObject().objects("requests", requests).toString()));
  }

  /** The answer to an update that was not refused. */
  Json updated(HttpReply reply) throws ExtensionException {
    if (reply.status() < 200 || reply.status() > 299) {
      throw google.failure(reply, "the spreadsheet");
    }
    return known(context().json(reply.text()));
  }

  Json known(Json answer) throws ExtensionException {
    if (answer.at("spreadsheetId").text().isEmpty()) {
      throw google.service().notUnderstood();
    }
    return answer;
  }

  private static JsonObject filtered(long sheet, Optional<Integer> rows) {
    JsonObject range = new JsonObject().whole("sheetId", sheet);
    rows.ifPresent(count -> range.whole("startRowIndex", 0).whole("endRowIndex", count));
    return new JsonObject()
        .objects("dataFilters", List.of(new JsonObject().object("gridRange", range)));
  }
}
