package dev.peregrine.llm.wire;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.HttpStream;
import dev.peregrine.api.Json;
import dev.peregrine.api.llm.LlmContext;
import dev.peregrine.wire.JsonObject;
import dev.peregrine.wire.RetryAfter;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * The server of one call.
 *
 * @param base its address, under which the paths lie
 * @param headers for each call, the key among them
 * @param secret the key, which no message may repeat
 * @param context of the call
 */
public record Server(
    URI base, Map<String, String> headers, Optional<String> secret, LlmContext context) {

  private static final int LONGEST_BODY = 64 * 1024;

  /** The server that the setting {@code base-url} names, with these headers. */
  public static Server of(
      LlmContext context, Map<String, String> headers, Optional<String> secret) {
    URI base =
        context
            .settings()
            .address("base-url")
            .orElseThrow(() -> new IllegalStateException("base-url has no initial value"));
    return new Server(base, Map.copyOf(headers), secret, context);
  }

  /** This at another address of the same server. */
  public Server at(String address) {
    return new Server(URI.create(address), headers, secret, context);
  }

  /** The server that the settings name, with their key as OpenAI and its kin take it. */
  public static Server withBearer(LlmContext context) throws ExtensionException {
    Optional<String> key = ApiKey.of(context.settings());
    return of(
        context, key.map(each -> Map.of("Authorization", "Bearer " + each)).orElse(Map.of()), key);
  }

  /** The server's name for messages. */
  public String host() {
    return base.getPort() < 0 ? base.getHost() : base.getHost() + ":" + base.getPort();
  }

  /** Asks for something small that costs nothing. */
  public Json get(String path) throws ExtensionException, InterruptedException {
    HttpReply reply = context.http().exchange(call("GET", path));
    return answered(reply, "");
  }

  /** Sends JSON and waits for JSON; for what is quick. */
  public Json post(String path, JsonObject body) throws ExtensionException, InterruptedException {
    return answered(context.http().exchange(call("POST", path).withJson(body.toString())), "");
  }

  /** The status with which the server answers there, whatever it says. */
  public int status(String path) throws ExtensionException, InterruptedException {
    return context.http().exchange(call("GET", path)).status();
  }

  /** Sends JSON and gives the answer while it arrives, whatever its status is. */
  public HttpStream stream(String path, JsonObject body)
      throws ExtensionException, InterruptedException {
    return context.http().stream(
        call("POST", path).withJson(body.toString()).withTimeout(context.patience()));
  }

  /** Why an answer that began with another status than 200 is none. */
  public ServerFailure failure(HttpStream reply, String model)
      throws ExtensionException, InterruptedException {
    var body = new StringBuilder();
    for (Optional<String> line = reply.line();
        line.isPresent() && body.length() < LONGEST_BODY;
        line = reply.line()) {
      body.append(line.get()).append('\n');
    }
    return ServerFailure.of(
        host(),
        model,
        reply.status(),
        context.json(body.toString()),
        RetryAfter.read(reply.header("Retry-After"), context.clock().instant()),
        secret);
  }

  /** Why an answer turned into a failure in its middle. */
  public ServerFailure failureWithin(Json said, String model) {
    return ServerFailure.of(host(), model, 200, said, Optional.empty(), secret);
  }

  /** The answer is not in the known shape. */
  public ExtensionException notUnderstood() {
    return new ExtensionException(
        Kind.CHANGED_REMOTE,
        "The answer of \"%s\" is not understood. Check that its address belongs to such a server; it may also need a newer plugin."
            .formatted(host()));
  }

  /** The answer breaks off. */
  public ExtensionException brokenOff() {
    return new ExtensionException(
        Kind.UNAVAILABLE,
        "The answer of \"%s\" broke off before its end. Try again, or look at the server."
            .formatted(host()));
  }

  private HttpCall call(String method, String path) {
    HttpCall call = HttpCall.of(method, URI.create(base + path));
    for (Map.Entry<String, String> header : headers.entrySet()) {
      call = call.withHeader(header.getKey(), header.getValue());
    }
    return call;
  }

  private Json answered(HttpReply reply, String model) throws ExtensionException {
    if (reply.status() >= 200 && reply.status() <= 299) {
      return reply.json();
    }
    throw ServerFailure.of(
            host(),
            model,
            reply.status(),
            context.json(reply.text()),
            RetryAfter.read(reply.header("Retry-After"), context.clock().instant()),
            secret)
        .exception();
  }
}
