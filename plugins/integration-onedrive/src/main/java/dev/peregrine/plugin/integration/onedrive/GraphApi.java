package dev.peregrine.plugin.integration.onedrive;

import dev.peregrine.api.Content;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
import dev.peregrine.integration.wire.Service;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Calls to Microsoft Graph.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/driveitem">driveItem</a>
 */
record GraphApi(Service service) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9!._-]{1,200}");

  /** An item by its id; empty where it is gone or in the bin. */
  Optional<DriveItem> byId(String id) throws ExtensionException, InterruptedException {
    return ID.matcher(id).matches() ? item("/me/drive/items/" + id) : Optional.empty();
  }

  /** An item by its path from the top. */
  Optional<DriveItem> at(List<String> steps) throws ExtensionException, InterruptedException {
    return item(path(steps));
  }

  private Optional<DriveItem> item(String path) throws ExtensionException, InterruptedException {
    HttpCall call =
        service.call("GET", path + "?$select=id,name,file,folder,eTag,cTag,webUrl").accepting(404);
    HttpReply reply = checked(service.exchange(call), call);
    return reply.status() == 404
        ? Optional.empty()
        : Optional.of(DriveItem.of(json(reply)).orElseThrow(service::notUnderstood));
  }

  /** Where an item of that path is addressed. */
  static String path(List<String> steps) {
    return steps.stream()
        .map(step -> URLEncoder.encode(step, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/", "/me/drive/root:/", ""));
  }

  /** A call with content. */
  HttpReply send(HttpCall call, Content content) throws ExtensionException, InterruptedException {
    return checked(service.exchange(call, content), call);
  }

  /** A call with a body of its own, or none. */
  HttpReply send(HttpCall call) throws ExtensionException, InterruptedException {
    return checked(service.exchange(call), call);
  }

  /** The reply, where it is none of a failure. */
  HttpReply checked(HttpReply reply, HttpCall call) throws ExtensionException {
    int status = reply.status();
    if ((status >= 200 && status <= 299) || call.accepted().contains(status)) {
      return reply;
    }
    String code = service.context().json(reply.text()).at("error").at("code").text().orElse("");
    if (code.equals("quotaLimitReached") || code.equals("insufficientStorage")) {
      throw new ExtensionException(
          Kind.REFUSED, "OneDrive has no room left. Make some there, or upgrade.");
    }
    throw service.failure(reply).exception("the document");
  }

  DriveItem stored(HttpReply reply) throws ExtensionException {
    return DriveItem.of(json(reply)).orElseThrow(service::notUnderstood);
  }

  Json json(HttpReply reply) throws ExtensionException {
    Json json = service.context().json(reply.text());
    if (!json.isObject()) {
      throw service.notUnderstood();
    }
    return json;
  }
}
