package dev.peregrine.google.wire;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.integration.wire.Service;
import dev.peregrine.integration.wire.ServiceFailure;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A service of Google's in one call of an integration.
 *
 * @param service opened
 */
public record GoogleService(Service service) {

  private static final Set<String> TOO_MANY =
      Set.of(
          "rateLimitExceeded",
          "userRateLimitExceeded",
          "quotaExceeded",
          "dailyLimitExceeded",
          "RATE_LIMIT_EXCEEDED",
          "RESOURCE_EXHAUSTED");

  private static final Set<String> FULL =
      Set.of("storageQuotaExceeded", "teamDriveFileLimitExceeded", "sharedDriveFileLimitExceeded");

  private static final Set<String> SWITCHED_OFF = Set.of("accessNotConfigured", "SERVICE_DISABLED");

  private static final Set<String> TOO_LITTLE_AGREED =
      Set.of("insufficientPermissions", "ACCESS_TOKEN_SCOPE_INSUFFICIENT");

  /**
   * The service at the setting {@code base-url}.
   *
   * @param name as people read it, such as {@code Google Sheets}
   * @param scopes for a service account
   */
  public static GoogleService of(String name, IntegrationContext context, String... scopes)
      throws ExtensionException {
    return new GoogleService(GooglePass.open(Service.of(name, context), List.of(scopes)));
  }

  /** A call to a path of the service. */
  public HttpCall call(String method, String path) {
    return service.call(method, path);
  }

  /**
   * A call to a path of another host of Google's, which lies at the same address as the service
   * where that was changed.
   */
  public HttpCall call(String method, String host, String path) {
    return HttpCall.of(method, address(service.base(), host, path));
  }

  /** Calls and takes whatever it answers; see {@link Service#exchange}. */
  public HttpReply exchange(HttpCall call) throws ExtensionException, InterruptedException {
    return service.exchange(call);
  }

  /**
   * Calls and takes an answer of status 200 to 299 or one that the call accepts.
   *
   * @param target what is asked for, as the person knows it; empty where nothing of theirs is
   */
  public HttpReply send(HttpCall call, String target)
      throws ExtensionException, InterruptedException {
    HttpReply reply = exchange(call);
    int status = reply.status();
    if ((status >= 200 && status <= 299) || call.accepted().contains(status)) {
      return reply;
    }
    throw failure(reply, target);
  }

  /** As {@link #send}, reading JSON. */
  public Json json(HttpCall call, String target) throws ExtensionException, InterruptedException {
    Json answer = service.context().json(send(call, target).text());
    if (!answer.isObject()) {
      throw service.notUnderstood();
    }
    return answer;
  }

  /**
   * What a refusal means. Google answers 403 also to those who call too often, whose store is full
   * and whose project has not switched the service on.
   */
  public ExtensionException failure(HttpReply reply, String target) throws ExtensionException {
    ServiceFailure failure = service.failure(reply);
    if (failure.status() != 403) {
      return failure.exception(target);
    }
    Set<String> reasons = reasons(service.context().json(reply.text()).at("error"));
    if (reasons.stream().anyMatch(TOO_MANY::contains)) {
      return as(429, failure).exception(target);
    }
    if (reasons.stream().anyMatch(FULL::contains)) {
      return GooglePass.isServiceAccount(service.context())
          ? ownsNothing()
          : as(507, failure).exception(target);
    }
    if (reasons.stream().anyMatch(SWITCHED_OFF::contains)) {
      return bad(
          "%s is not switched on in your project (403). Enable its API in the Google Cloud console.");
    }
    if (reasons.stream().anyMatch(TOO_LITTLE_AGREED::contains)) {
      return bad(
          "%s may not be used with what you agreed to (403). Sign in again and agree to all of it.");
    }
    String with = GooglePass.sharedWith(service.context()).map(" with "::concat).orElse("");
    return failure.exception(target.isEmpty() ? "" : target + with);
  }

  /** An address at a host of Google's, or at the address that stands in for all of Google. */
  static URI address(URI base, String host, String path) {
    boolean google = String.valueOf(base.getHost()).endsWith(".googleapis.com");
    return URI.create((google ? "https://" + host : base.toString()) + path);
  }

  private ExtensionException ownsNothing() {
    return new ExtensionException(
        Kind.REFUSED,
        "%s gives service accounts no room of their own (403). Choose something that you shared with it, or sign in yourself."
            .formatted(service.name()));
  }

  private ExtensionException bad(String text) {
    return new ExtensionException(Kind.BAD_SETTINGS, text.formatted(service.name()));
  }

  private static ServiceFailure as(int status, ServiceFailure failure) {
    return new ServiceFailure(failure.name(), status, failure.message(), failure.pause());
  }

  private static Set<String> reasons(Json error) {
    return Stream.concat(
            Stream.of(error.at("status")),
            Stream.of(error.at("errors"), error.at("details"))
                .flatMap(list -> list.items().stream())
                .map(item -> item.at("reason")))
        .flatMap(reason -> reason.text().stream())
        .collect(Collectors.toSet());
  }
}
