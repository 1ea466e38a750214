package dev.peregrine.plugin.integration.googledrive;

import dev.peregrine.api.Blob;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.integration.DocumentStore.Upload;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.integration.wire.Part;
import dev.peregrine.integration.wire.UploadNote;
import dev.peregrine.wire.JsonObject;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends content, a large one in parts, and goes on with an upload that broke off.
 *
 * @param target what is written, for telling one upload from another
 * @see <a href="https://developers.google.com/workspace/drive/api/guides/manage-uploads">Resumable
 *     upload</a>
 */
record Resumable(DriveApi api, Upload upload, String target, IntegrationContext context) {

  /** A multiple of 256 KiB. */
  private static final long PART = 8 << 20;

  private static final int INCOMPLETE = 308;
  private static final Pattern RANGE = Pattern.compile("bytes=0-(\\d{1,18})");

  /** The file's id when all is there. */
  String send(String method, String path, JsonObject file)
      throws ExtensionException, InterruptedException {
    Optional<URI> begun = begun();
    if (begun.isPresent()) {
      HttpReply state = api.google().exchange(state(begun.get()));
      if (state.status() != 404 && state.status() != 410) {
        return finished(begun.get(), state);
      }
    }
    URI session = begin(method, path, file);
    return finished(session, sent(session, 0));
  }

  /** The address of the upload that broke off, if it was the same. */
  private Optional<URI> begun() {
    return UploadNote.ofSame(upload, context)
        .map(UploadNote::where)
        .filter(where -> where.endsWith("\n" + target))
        .flatMap(where -> HttpCall.address(where.substring(0, where.indexOf('\n'))));
  }

  private URI begin(String method, String path, JsonObject file)
      throws ExtensionException, InterruptedException {
    HttpCall call =
        api.google()
            .call(method, path)
            .withQuery("uploadType", "resumable")
            .withQuery("supportsAllDrives", "true")
            .withQuery("fields", "id")
            .withHeader("X-Upload-Content-Type", upload.content().mediaType())
            .withHeader("X-Upload-Content-Length", Long.toString(length()))
            .withJson(file.toString());
    URI session =
        api.google()
            .send(call, "the folder of the settings")
            .header("Location")
            .flatMap(HttpCall::address)
            .orElseThrow(api.google().service()::notUnderstood);
    UploadNote.put(upload, session + "\n" + target, context);
    return session;
  }

  private String finished(URI session, HttpReply first)
      throws ExtensionException, InterruptedException {
    HttpReply reply = first;
    long before = -1;
    while (reply.status() == INCOMPLETE) {
      long there = there(reply);
      if (there <= before || there > length()) {
        throw api.google().service().notUnderstood();
      }
      before = there;
      context.progress().of(there, length());
      reply = sent(session, there);
    }
    if (reply.status() != 200 && reply.status() != 201) {
      throw api.google().failure(reply, "the document");
    }
    return api.json(reply).at("id").text().orElseThrow(api.google().service()::notUnderstood);
  }

  private HttpReply sent(URI session, long from) throws ExtensionException, InterruptedException {
    HttpCall put = HttpCall.of("PUT", session);
    Part part = Part.at(upload.content(), from, PART);
    // Nothing at all cannot be said as a range.
    boolean whole = length() == 0;
    String range = "bytes %d-%d/%d".formatted(from, part.end() - 1, length());
    return api.google()
        .service()
        .exchange(whole ? put : put.withHeader("Content-Range", range), part);
  }

  private HttpCall state(URI session) {
    return HttpCall.of("PUT", session)
        .withHeader("Content-Range", "bytes */" + length())
        .withBody(new Blob("", "application/octet-stream", new byte[0]));
  }

  private static long there(HttpReply reply) {
    Matcher range = RANGE.matcher(reply.header("Range").orElse(""));
    return range.matches() ? Long.parseLong(range.group(1)) + 1 : 0;
  }

  private long length() {
    return upload.content().length();
  }
}
