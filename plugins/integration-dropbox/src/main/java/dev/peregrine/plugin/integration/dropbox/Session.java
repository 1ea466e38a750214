package dev.peregrine.plugin.integration.dropbox;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Json;
import dev.peregrine.api.integration.DocumentStore.Upload;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.integration.wire.Part;
import dev.peregrine.integration.wire.UploadNote;
import dev.peregrine.wire.JsonObject;
import java.util.Optional;

/** Sends a large document in parts, and goes on with an upload that broke off. */
record Session(
    DropboxApi api, Upload upload, String path, String hash, IntegrationContext context) {

  /** A multiple of 4 MiB, at most 150 MB. */
  static final long PART = 8 << 20;

  private static final int MOST_TRIES = 3;

  DropboxApi.Answer send(JsonObject commit) throws ExtensionException, InterruptedException {
    for (int tries = 1; ; tries++) {
      DropboxApi.Answer answer = finished(begun(), commit);
      boolean forgotten =
          !answer.done() && (answer.says("not_found") || answer.says("closed"))
              || answer.says("incorrect_offset");
      if (!forgotten || tries == MOST_TRIES) {
        return answer;
      }
      // Dropbox keeps a session for a week; after that it begins again.
      new SessionNote(path, hash, "", 0).put(upload, context);
    }
  }

  private SessionNote begun() throws ExtensionException, InterruptedException {
    Optional<SessionNote> note =
        UploadNote.ofSame(upload, context)
            .flatMap(noted -> SessionNote.parse(noted.where()))
            .filter(noted -> !noted.session().isEmpty() && noted.sent() <= length());
    return note.isPresent() ? note.get() : begin();
  }

  private SessionNote begin() throws ExtensionException, InterruptedException {
    Part first = Part.at(upload.content(), 0, PART);
    DropboxApi.Answer answer =
        api.send(
            "/2/files/upload_session/start", new JsonObject().flag("close", false), first, path);
    String session =
        answer.json().at("session_id").text().orElseThrow(() -> api.refused(answer, path));
    return noted(session, first.end());
  }

  private DropboxApi.Answer finished(SessionNote begun, JsonObject commit)
      throws ExtensionException, InterruptedException {
    SessionNote now = begun;
    while (now.sent() < length()) {
      Part part = Part.at(upload.content(), now.sent(), PART);
      DropboxApi.Answer answer =
          api.send(
              "/2/files/upload_session/append_v2",
              new JsonObject().object("cursor", cursor(now)).flag("close", false),
              part,
              path);
      Optional<Long> there = Optional.of(part.end());
      if (!answer.done()) {
        there = correct(answer).filter(offset -> offset > begun.sent());
      }
      if (there.isEmpty()) {
        return answer;
      }
      now = noted(now.session(), there.get());
    }
    Part nothing = Part.at(upload.content(), length(), 0);
    return api.send(
        "/2/files/upload_session/finish",
        new JsonObject().object("cursor", cursor(now)).object("commit", commit),
        nothing,
        path);
  }

  /** The part before was there already, only its answer got lost. */
  private Optional<Long> correct(DropboxApi.Answer answer) {
    Json error = answer.json().at("error");
    return error
        .at("correct_offset")
        .number()
        .map(Number::longValue)
        .filter(offset -> offset <= length());
  }

  private SessionNote noted(String session, long sent) {
    var note = new SessionNote(path, hash, session, sent);
    note.put(upload, context);
    context.progress().of(sent, length());
    return note;
  }

  private static JsonObject cursor(SessionNote note) {
    return new JsonObject().text("session_id", note.session()).whole("offset", note.sent());
  }

  private long length() {
    return upload.content().length();
  }
}
