package dev.peregrine.plugin.integration.notion;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.integration.wire.Service;
import dev.peregrine.wire.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Notion's API, version 2025-09-03: a database holds data sources, each a table of pages.
 *
 * @param service opened
 * @see <a href="https://developers.notion.com/docs/upgrade-guide-2025-09-03">Upgrading to
 *     2025-09-03</a>, read 2026-11-23
 */
record NotionApi(Service service) {

  /** Most items of a page of results, and most conditions of a filter. */
  static final int MOST = 100;

  private static final String VERSION = "2025-09-03";
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}");

  /** What takes a page of results. */
  @FunctionalInterface
  interface Page {
    void take(Json result) throws ExtensionException, InterruptedException;
  }

  static NotionApi of(IntegrationContext context) throws ExtensionException {
    return new NotionApi(
        Service.of("Notion", context)
            .withToken(Service.required(context, "token", "Integration token"))
            .withHeaders(Map.of("Notion-Version", VERSION)));
  }

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  Json get(String path, String target) throws ExtensionException, InterruptedException {
    return json(service.send(service.call("GET", path), target));
  }

  /** A page, where it is there and shared. */
  Optional<Json> find(String path) throws ExtensionException, InterruptedException {
    HttpReply reply = service.send(service.call("GET", path).accepting(404), "");
    return reply.status() == 404 ? Optional.empty() : Optional.of(json(reply));
  }

  Json send(String method, String path, JsonObject body, String target)
      throws ExtensionException, InterruptedException {
    return json(accepted(exchange(method, path, body), target));
  }

  /**
   * Calls and takes whatever it answers, a second time where another change was in the way.
   *
   * @throws ExtensionException {@code UNAVAILABLE} where it still is
   */
  HttpReply exchange(String method, String path, JsonObject body)
      throws ExtensionException, InterruptedException {
    HttpCall call = service.call(method, path).withJson(body.toString());
    HttpReply reply = service.exchange(call);
    if (reply.status() == 409) {
      reply = service.exchange(call);
    }
    if (reply.status() == 409) {
      throw new ExtensionException(
          Kind.UNAVAILABLE, "Notion was changing the same page (409). It is tried again later.");
    }
    return reply;
  }

  /** The answer, where it is none of refusal. */
  HttpReply accepted(HttpReply reply, String target) throws ExtensionException {
    if (reply.status() < 200 || reply.status() > 299) {
      throw service.failure(reply).exception(target);
    }
    return reply;
  }

  Json json(HttpReply reply) throws ExtensionException {
    Json answer = service.context().json(reply.text());
    if (!answer.isObject() || answer.at("object").text().isEmpty()) {
      throw service.notUnderstood();
    }
    return answer;
  }

  /**
   * Hands over the results of a search or a query, page by page, as far as the last.
   *
   * @param body what is asked for, written anew for each page
   */
  void pages(String path, Supplier<JsonObject> body, String target, Page page)
      throws ExtensionException, InterruptedException {
    Optional<String> cursor = Optional.empty();
    do {
      JsonObject asked = body.get().whole("page_size", MOST);
      cursor.ifPresent(from -> asked.text("start_cursor", from));
      Json answer = send("POST", path, asked, target);
      if (!answer.at("results").isArray()) {
        throw service.notUnderstood();
      }
      page.take(answer.at("results"));
      cursor =
          answer.at("has_more").flag().orElse(false)
              ? answer.at("next_cursor").text()
              : Optional.empty();
    } while (cursor.isPresent());
  }
}
