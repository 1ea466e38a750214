package dev.peregrine.plugin.integration.airtable;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.integration.wire.Service;
import dev.peregrine.integration.wire.ServiceFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Airtable's Web API.
 *
 * @param service opened
 * @see <a href="https://airtable.com/developers/web/api/introduction">Web API</a>, read 2026-11-23
 */
record AirtableApi(Service service) {

  /** Who called too often is refused for this long. */
  private static final Duration REST = Duration.ofSeconds(30);

  static AirtableApi of(IntegrationContext context) throws ExtensionException {
    return new AirtableApi(
        Service.of("Airtable", context)
            .withToken(Service.required(context, "token", "Personal access token")));
  }

  HttpCall call(String method, String path) {
    return service.call(method, path);
  }

  /** Calls and reads the answer. */
  Json json(HttpCall call, String target) throws ExtensionException, InterruptedException {
    return json(accepted(service.exchange(call), target));
  }

  Json json(HttpReply reply) throws ExtensionException {
    Json answer = service.context().json(reply.text());
    if (!answer.isObject()) {
      throw service.notUnderstood();
    }
    return answer;
  }

  /** The answer, where it is none of refusal. */
  HttpReply accepted(HttpReply reply, String target) throws ExtensionException {
    if (reply.status() >= 200 && reply.status() <= 299) {
      return reply;
    }
    ServiceFailure failure = service.failure(reply);
    throw (failure.status() == 429 && failure.pause().isEmpty()
            ? new ServiceFailure(failure.name(), 429, failure.message(), Optional.of(REST))
            : failure)
        .exception(target);
  }

  /** The bases in which the token may do something. */
  List<Base> bases() throws ExtensionException, InterruptedException {
    var bases = new ArrayList<Base>();
    Optional<String> offset = Optional.empty();
    do {
      HttpCall call = call("GET", "/v0/meta/bases");
      Json answer =
          json(offset.map(from -> call.withQuery("offset", from)).orElse(call), "your bases");
      if (!answer.at("bases").isArray()) {
        throw service.notUnderstood();
      }
      for (Json base : answer.at("bases").items()) {
        Base.parse(base).ifPresent(bases::add);
      }
      offset = answer.at("offset").text();
    } while (offset.isPresent());
    return List.copyOf(bases);
  }

  /** The tables of a base, as the service tells them. */
  List<AirtableTable> tables(Base base) throws ExtensionException, InterruptedException {
    Json answer =
        json(
            call("GET", "/v0/meta/bases/%s/tables".formatted(base.id())),
            "base \"%s\"".formatted(base.name()));
    if (!answer.at("tables").isArray()) {
      throw service.notUnderstood();
    }
    return answer.at("tables").items().stream()
        .flatMap(table -> AirtableTable.parse(base, table).stream())
        .toList();
  }

  /**
   * A base.
   *
   * @param maker whether tables and columns can be added to it
   */
  record Base(String id, String name, boolean maker) {

    static Optional<Base> parse(Json base) {
      String may = base.at("permissionLevel").text().orElse("");
      return base.at("id")
          .text()
          .filter(id -> AirtableTable.isId(id, "app"))
          .filter(id -> may.equals("create") || may.equals("edit"))
          .map(id -> new Base(id, base.at("name").text().orElse(id), may.equals("create")));
    }
  }
}
