package dev.peregrine.plugin.integration.s3;

import dev.peregrine.api.Blob;
import dev.peregrine.api.Content;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Markup;
import dev.peregrine.integration.wire.Service;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A bucket, addressed by path, which every server understands.
 *
 * @param service the server
 * @param name of the bucket
 * @param signature signs each call
 */
record Bucket(Service service, String name, Signature signature) {

  private static final String EMPTY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  /** Whether the bucket is there and may be read. */
  void look(String prefix) throws ExtensionException, InterruptedException {
    var query = new TreeMap<>(Map.of("list-type", "2", "max-keys", "1", "prefix", prefix));
    HttpCall list = HttpCall.get(address("", query));
    HttpReply reply = checked(exchange(list, EMPTY), named());
    if (reply.xml().first("ListBucketResult").isEmpty()) {
      throw service.notUnderstood();
    }
  }

  /** What is known of an object; empty where there is none. */
  Optional<Kept> head(String key) throws ExtensionException, InterruptedException {
    HttpReply reply = exchange(HttpCall.of("HEAD", address(key, Map.of())), EMPTY);
    return reply.status() == 404
        ? Optional.empty()
        : Optional.of(Kept.of(key, checked(reply, named(key))));
  }

  /** A call about an object, with a small body of its own or none. */
  HttpReply call(
      String method,
      String key,
      Map<String, String> query,
      Map<String, String> headers,
      Optional<String> xml)
      throws ExtensionException, InterruptedException {
    HttpCall call = with(HttpCall.of(method, address(key, query)), headers);
    if (xml.isEmpty()) {
      return exchange(call, EMPTY);
    }
    byte[] bytes = xml.get().getBytes(StandardCharsets.UTF_8);
    return exchange(call.withBody(new Blob("", "application/xml", bytes)), Signature.sha256(bytes));
  }

  /** Sends content to an object or a part of it. */
  HttpReply send(
      String key,
      Map<String, String> query,
      Map<String, String> headers,
      Content content,
      String sha256)
      throws ExtensionException, InterruptedException {
    HttpCall put = with(HttpCall.of("PUT", address(key, query)), headers);
    return service.exchange(signature.sign(put, sha256, now()), content);
  }

  /** The reply, where it is none of a failure; a failure may come with status 200. */
  HttpReply checked(HttpReply reply, String target) throws ExtensionException {
    Optional<Markup> error = error(reply);
    if (reply.status() >= 200 && reply.status() <= 299 && error.isEmpty()) {
      return reply;
    }
    String code = error.flatMap(said -> said.text("Code")).orElse("");
    throw switch (code) {
      case "QuotaExceeded", "XMinioStorageFull", "QuotaExceededException" ->
          new ExtensionException(
              Kind.REFUSED, "Bucket \"%s\" has no room left. Make some there.".formatted(name));
      case "RequestTimeTooSkewed" ->
          new ExtensionException(
              Kind.BAD_SETTINGS,
              "The clock of this machine is wrong by more than 15 minutes, so the storage refuses it. Set the clock.");
      case "SignatureDoesNotMatch", "InvalidAccessKeyId" ->
          new ExtensionException(
              Kind.BAD_SETTINGS,
              "The storage refuses the keys (%s). Enter access key and secret key again."
                  .formatted(code));
      case "AuthorizationHeaderMalformed", "PermanentRedirect" ->
          new ExtensionException(
              Kind.BAD_SETTINGS,
              "Bucket \"%s\" is in another region than \"%s\". Correct region and address."
                  .formatted(name, signature.region()));
      case "SlowDown", "InternalError", "ServiceUnavailable" ->
          new ExtensionException(
              Kind.UNAVAILABLE,
              "The storage could not answer (%s). It is tried again later.".formatted(code));
      default -> service.failure(reply).exception(target);
    };
  }

  private static Optional<Markup> error(HttpReply reply) {
    boolean may = reply.text().length() < 10_000 && reply.text().contains("<Error>");
    try {
      return may ? reply.xml().first("Error") : Optional.empty();
    } catch (ExtensionException page) {
      return Optional.empty();
    }
  }

  private HttpReply exchange(HttpCall call, String sha256)
      throws ExtensionException, InterruptedException {
    return service.exchange(signature.sign(call, sha256, now()));
  }

  private static HttpCall with(HttpCall call, Map<String, String> headers) {
    HttpCall all = call;
    for (Map.Entry<String, String> header : headers.entrySet()) {
      all = all.withHeader(header.getKey(), header.getValue());
    }
    return all;
  }

  private URI address(String key, Map<String, String> query) {
    String path =
        Arrays.stream(key.split("/")).map(Signature::encoded).collect(Collectors.joining("/"));
    return URI.create(
        "%s/%s%s%s%s"
            .formatted(
                service.base(),
                Signature.encoded(name),
                key.isEmpty() ? "" : "/" + path,
                query.isEmpty() ? "" : "?",
                Signature.query(query)));
  }

  private Instant now() {
    return service.context().clock().instant();
  }

  private String named() {
    return "bucket \"%s\"".formatted(name);
  }

  static String named(String key) {
    return "file \"%s\"".formatted(key);
  }
}
