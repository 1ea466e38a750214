package dev.peregrine.integration.wire;

import dev.peregrine.api.Content;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.wire.RetryAfter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The service of one call of an integration.
 *
 * @param name as people read it
 * @param base its address, under which the paths lie, without a slash at its end
 * @param headers for each call, without what signs in
 * @param secrets what no message may repeat
 * @param signIn puts into a call what signs in
 */
public record Service(
    String name,
    URI base,
    Map<String, String> headers,
    List<String> secrets,
    Pass signIn,
    IntegrationContext context) {

  /** What opens a service. */
  @FunctionalInterface
  public interface Pass {

    /** The headers that sign in; {@code renewed} once after the former ones were refused. */
    Map<String, String> headers(boolean renewed) throws ExtensionException, InterruptedException;

    /** Whether there is another pass where the first is refused. */
    default boolean canBeRenewed() {
      return false;
    }

    /** What no message may repeat of the passes that were used so far. */
    default List<String> secrets() {
      return List.of();
    }
  }

  public Service {
    headers = Map.copyOf(headers);
    secrets = List.copyOf(secrets);
  }

  /** The service at the setting {@code base-url}, open to everybody. */
  public static Service of(String name, IntegrationContext context) {
    return new Service(
        name,
        context
            .settings()
            .address("base-url")
            .orElseThrow(
                () -> new IllegalStateException("The setting base-url has no initial value.")),
        Map.of(),
        List.of(),
        renewed -> Map.of(),
        context);
  }

  /** This, opened by a token that the person entered. */
  public Service withToken(String token) {
    return withSecret(token).withPass(renewed -> Map.of("Authorization", "Bearer " + token));
  }

  /** This, opened by the token of the person's sign-in. */
  public Service withSignIn() {
    return withPass(new SignedIn(context));
  }

  /** This, opened otherwise. */
  public Service withPass(Pass newSignIn) {
    return new Service(name, base, headers, secrets, newSignIn, context);
  }

  /** This with a text more that no message may repeat. */
  public Service withSecret(String secret) {
    var more = new ArrayList<>(secrets);
    more.add(secret);
    return new Service(name, base, headers, more, signIn, context);
  }

  /** This with headers for each call. */
  public Service withHeaders(Map<String, String> newHeaders) {
    return new Service(name, base, newHeaders, secrets, signIn, context);
  }

  /** This at another address. */
  public Service at(URI newBase) {
    return new Service(name, newBase, headers, secrets, signIn, context);
  }

  /** A call to a path of the service. */
  public HttpCall call(String method, String path) {
    return HttpCall.of(method, URI.create(base + path));
  }

  /**
   * Calls and takes whatever it answers. Where the pass is refused and can be renewed, it calls
   * once more.
   *
   * @throws ExtensionException where there is no answer
   */
  public HttpReply exchange(HttpCall call) throws ExtensionException, InterruptedException {
    HttpReply reply = context.http().exchange(signed(call, false));
    return reply.status() == 401 && signIn.canBeRenewed()
        ? context.http().exchange(signed(call, true))
        : reply;
  }

  /** As {@link #exchange(HttpCall)}, with a body that is read while it is sent. */
  public HttpReply exchange(HttpCall call, Content body)
      throws ExtensionException, InterruptedException {
    HttpReply reply = context.http().send(signed(call, false), body);
    return reply.status() == 401 && signIn.canBeRenewed()
        ? context.http().send(signed(call, true), body)
        : reply;
  }

  /**
   * Calls and takes an answer of status 200 to 299 or one that the call accepts.
   *
   * @param target what is asked for, as the person knows it; empty where nothing of theirs is
   * @throws ExtensionException where the service refuses, as {@link ServiceFailure#exception} says
   */
  public HttpReply send(HttpCall call, String target)
      throws ExtensionException, InterruptedException {
    return accepted(call, exchange(call), target);
  }

  /** As {@link #send(HttpCall, String)}, with a body that is read while it is sent. */
  public HttpReply send(HttpCall call, Content body, String target)
      throws ExtensionException, InterruptedException {
    return accepted(call, exchange(call, body), target);
  }

  /** As {@link #send(HttpCall, String)}, where nothing of the person's is asked for. */
  public HttpReply send(HttpCall call) throws ExtensionException, InterruptedException {
    return send(call, "");
  }

  /** Why an answer is a refusal. */
  public ServiceFailure failure(HttpReply reply) {
    return ServiceFailure.of(
        name,
        reply.status(),
        context.json(reply.text()),
        RetryAfter.read(reply.header("Retry-After"), context.clock().instant()),
        Stream.concat(secrets.stream(), signIn.secrets().stream()).toList());
  }

  /** The answer is not in the known shape. */
  public ExtensionException notUnderstood() {
    return new ExtensionException(
        Kind.CHANGED_REMOTE,
        "The answer of %s is not understood. Check the server's address; the plugin may need an update."
            .formatted(name));
  }

  /** The value of a secret setting without which nothing can be done. */
  public static String required(IntegrationContext context, String key, String label)
      throws ExtensionException {
    Optional<String> value = context.settings().secret(key);
    return value.orElseThrow(
        () ->
            new ExtensionException(
                Kind.BAD_SETTINGS, "\"%s\" is not set. Enter it.".formatted(label)));
  }

  private HttpReply accepted(HttpCall call, HttpReply reply, String target)
      throws ExtensionException {
    int status = reply.status();
    if ((status >= 200 && status <= 299) || call.accepted().contains(status)) {
      return reply;
    }
    throw failure(reply).exception(target);
  }

  private HttpCall signed(HttpCall call, boolean renewed)
      throws ExtensionException, InterruptedException {
    HttpCall signed = call;
    for (Map.Entry<String, String> header : headers.entrySet()) {
      signed = signed.withHeader(header.getKey(), header.getValue());
    }
    for (Map.Entry<String, String> header : signIn.headers(renewed).entrySet()) {
      signed = signed.withHeader(header.getKey(), header.getValue());
    }
    return signed;
  }
}
