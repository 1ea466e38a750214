package dev.peregrine.plugin.integration.dropbox;

import dev.peregrine.api.Content;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
import dev.peregrine.integration.wire.Service;
import dev.peregrine.wire.JsonObject;
import java.net.URI;
import java.util.Optional;

/**
 * Calls to Dropbox.
 *
 * @param service opened by the person's sign-in
 * @see <a href="https://www.dropbox.com/developers/documentation/http/documentation">HTTP API</a>
 */
record DropboxApi(Service service) {

  static final String HOST = "api.dropboxapi.com";
  static final String CONTENT_HOST = "content.dropboxapi.com";

  /** What a call gave, where it is no failure of the whole. */
  record Answer(boolean done, Json json) {

    /** In a word, such as {@code path/not_found/…}. */
    boolean says(String word) {
      return json.at("error_summary").text().orElse("").contains(word);
    }
  }

  /** What Dropbox says about a path or an id; empty where there is nothing. */
  Optional<DropboxFile> metadata(String path) throws ExtensionException, InterruptedException {
    Answer answer =
        call("/2/files/get_metadata", new JsonObject().text("path", path).toString(), path);
    if (!answer.done()) {
      if (answer.says("not_found") || answer.says("malformed_path")) {
        return Optional.empty();
      }
      throw refused(answer, path);
    }
    return Optional.of(DropboxFile.of(answer.json()).orElseThrow(service::notUnderstood));
  }

  /** A call with arguments in JSON. */
  Answer call(String path, String json, String target)
      throws ExtensionException, InterruptedException {
    return answer(
        service.send(service.call("POST", path).withJson(json).accepting(409), named(target)));
  }

  /** A call that sends content; its arguments go into a header. */
  Answer send(String path, JsonObject arguments, Content content, String target)
      throws ExtensionException, InterruptedException {
    HttpCall call =
        HttpCall.of("POST", address(path))
            .withHeader("Dropbox-API-Arg", ascii(arguments.toString()))
            .accepting(409);
    return answer(service.send(call, content, named(target)));
  }

  private Answer answer(HttpReply reply) throws ExtensionException {
    Json json = service.context().json(reply.text());
    if (reply.status() != 409 && !json.isObject() && !reply.text().equals("null")) {
      throw service.notUnderstood();
    }
    return new Answer(reply.status() != 409, json);
  }

  /** Why something could not be done. */
  ExtensionException refused(Answer answer, String target) {
    if (answer.says("insufficient_space")) {
      return new ExtensionException(
          Kind.REFUSED, "Dropbox has no room left. Make some there, or upgrade.");
    }
    if (answer.says("no_write_permission")) {
      return new ExtensionException(
          Kind.BAD_SETTINGS,
          "Dropbox does not let you write to \"%s\". Choose another folder in the settings."
              .formatted(target));
    }
    if (answer.says("too_many_write_operations")) {
      return new ExtensionException(
          Kind.RATE_LIMITED, "Dropbox asks for fewer calls. It goes on later.");
    }
    return new ExtensionException(
        Kind.CHANGED_REMOTE,
        "Dropbox does not take \"%s\" (409). Look at its settings, or for an update of the plugin."
            .formatted(target));
  }

  /** Contents have a host of their own, but where another server stands in. */
  private URI address(String path) {
    URI base = service.base();
    return HOST.equals(base.getHost())
        ? URI.create("https://" + CONTENT_HOST + path)
        : URI.create(base + path);
  }

  /** Headers take no more than ASCII; JSON can say all with that. */
  private static String ascii(String json) {
    var ascii = new StringBuilder();
    for (char sign : json.toCharArray()) {
      if (sign < 127) {
        ascii.append(sign);
      } else {
        ascii.append("\\u%04x".formatted((int) sign));
      }
    }
    return ascii.toString();
  }

  private static String named(String target) {
    return target.isEmpty() ? "" : "file \"%s\"".formatted(target);
  }
}
