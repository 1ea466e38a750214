package dev.peregrine.plugin.integration.onedrive;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
import dev.peregrine.api.integration.DocumentStore.Upload;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.integration.wire.Part;
import dev.peregrine.integration.wire.Service;
import dev.peregrine.integration.wire.UploadNote;
import dev.peregrine.wire.JsonObject;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends a large document in parts, and goes on with an upload that broke off.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/driveitem-createuploadsession">Upload
 *     session</a>
 */
record UploadSession(
    GraphApi api, Upload upload, String target, String hash, IntegrationContext context) {

  /** A multiple of 320 KiB, at most 60 MiB. */
  static final long PART = 10 << 20;

  private static final Pattern NEXT = Pattern.compile("(\\d{1,18})-.*");

  /** The file; empty where something else stands there. */
  Optional<DriveItem> send(String behaviour, Optional<String> etag)
      throws ExtensionException, InterruptedException {
    Optional<URI> begun = begun();
    if (begun.isPresent()) {
      HttpCall state = HttpCall.get(begun.get()).accepting(404, 410);
      HttpReply reply = api.checked(open().exchange(state), state);
      if (reply.status() == 200) {
        return finished(begun.get(), next(api.json(reply)));
      }
    }
    HttpCall create =
        api.service()
            .call("POST", target + "/createUploadSession")
            .withJson(
                new JsonObject()
                    .object(
                        "item",
                        new JsonObject().text("@microsoft.graph.conflictBehavior", behaviour))
                    .toString())
            .accepting(409, 412);
    HttpReply reply = api.send(etag.map(tag -> create.withHeader("If-Match", tag)).orElse(create));
    if (reply.status() > 299) {
      return Optional.empty();
    }
    URI address =
        api.json(reply).at("uploadUrl").address().orElseThrow(api.service()::notUnderstood);
    new SessionNote(target, hash, address.toString()).put(upload, context);
    return finished(address, 0);
  }

  private Optional<URI> begun() {
    return UploadNote.ofSame(upload, context)
        .flatMap(note -> SessionNote.parse(note.where()))
        .filter(note -> note.target().equals(target))
        .flatMap(note -> HttpCall.address(note.address()));
  }

  private Optional<DriveItem> finished(URI address, long first)
      throws ExtensionException, InterruptedException {
    long from = first;
    while (true) {
      Part part = Part.at(upload.content(), from, PART);
      HttpCall put =
          HttpCall.of("PUT", address)
              .withHeader(
                  "Content-Range",
                  "bytes %d-%d/%d".formatted(from, part.end() - 1, part.whole().length()))
              .accepting(409, 412);
      HttpReply reply = api.checked(open().exchange(put, part), put);
      if (reply.status() > 299) {
        return Optional.empty();
      }
      if (reply.status() != 202) {
        return Optional.of(api.stored(reply));
      }
      long next = next(api.json(reply));
      if (next <= from || next >= upload.content().length()) {
        throw api.service().notUnderstood();
      }
      context.progress().of(next, upload.content().length());
      from = next;
    }
  }

  private long next(Json state) throws ExtensionException {
    Matcher next = NEXT.matcher(state.at("nextExpectedRanges").at(0).text().orElse(""));
    if (!next.matches() || Long.parseLong(next.group(1)) >= upload.content().length()) {
      throw api.service().notUnderstood();
    }
    return Long.parseLong(next.group(1));
  }

  /** The address opens by itself; with a token beside it, OneDrive refuses. */
  private Service open() {
    return api.service().withPass(renewed -> Map.of());
  }
}
