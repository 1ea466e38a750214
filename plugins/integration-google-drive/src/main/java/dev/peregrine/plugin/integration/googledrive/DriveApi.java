package dev.peregrine.plugin.integration.googledrive;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
import dev.peregrine.google.wire.GoogleService;
import dev.peregrine.wire.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Calls to Drive, also to shared drives.
 *
 * @see <a href="https://developers.google.com/workspace/drive/api/reference/rest/v3">Drive API
 *     v3</a>
 */
record DriveApi(GoogleService google) {

  private static final String FOLDER = "application/vnd.google-apps.folder";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,200}");

  /** A file by its id; empty where it is gone or in the bin. */
  Optional<DriveFile> file(String id) throws ExtensionException, InterruptedException {
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    HttpCall call =
        google
            .call("GET", "/drive/v3/files/" + id)
            .withQuery("fields", DriveFile.FIELDS)
            .withQuery("supportsAllDrives", "true")
            .accepting(404);
    HttpReply reply = google.send(call, "the document");
    if (reply.status() == 404) {
      return Optional.empty();
    }
    Json file = json(reply);
    if (file.at("id").text().isEmpty()) {
      throw google.service().notUnderstood();
    }
    return DriveFile.of(file);
  }

  /** The files of a name in a folder: Drive allows several. */
  List<DriveFile> files(String folder, String name)
      throws ExtensionException, InterruptedException {
    return listed(folder, name, "mimeType != '%s'".formatted(FOLDER), DriveFile.FIELDS).stream()
        .flatMap(file -> DriveFile.of(file).stream())
        .toList();
  }

  /** A folder in another one. */
  Optional<String> folder(String parent, String name)
      throws ExtensionException, InterruptedException {
    return listed(parent, name, "mimeType = '%s'".formatted(FOLDER), "id").stream()
        .flatMap(folder -> folder.at("id").text().stream())
        .findFirst();
  }

  private List<Json> listed(String parent, String name, String kind, String fields)
      throws ExtensionException, InterruptedException {
    String query =
        "name = '%s' and '%s' in parents and %s and trashed = false"
            .formatted(escaped(name), escaped(parent), kind);
    HttpCall call =
        google
            .call("GET", "/drive/v3/files")
            .withQuery("q", query)
            .withQuery("fields", "files(%s)".formatted(fields))
            .withQuery("orderBy", "createdTime")
            .withQuery("pageSize", "100")
            .withQuery("supportsAllDrives", "true")
            .withQuery("includeItemsFromAllDrives", "true");
    Json files = google.json(call, "the folder of the settings").at("files");
    if (!files.isArray()) {
      throw google.service().notUnderstood();
    }
    return files.items();
  }

  String makeFolder(String parent, String name) throws ExtensionException, InterruptedException {
    HttpCall call =
        google
            .call("POST", "/drive/v3/files")
            .withQuery("fields", "id")
            .withQuery("supportsAllDrives", "true")
            .withJson(
                new JsonObject()
                    .text("name", name)
                    .text("mimeType", FOLDER)
                    .texts("parents", List.of(parent))
                    .toString());
    return google
        .json(call, "folder \"%s\"".formatted(name))
        .at("id")
        .text()
        .orElseThrow(google.service()::notUnderstood);
  }

  Json json(HttpReply reply) throws ExtensionException {
    Json json = google.service().context().json(reply.text());
    if (!json.isObject()) {
      throw google.service().notUnderstood();
    }
    return json;
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("'", "\\'");
  }
}
