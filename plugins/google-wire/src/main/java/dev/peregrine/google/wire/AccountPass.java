package dev.peregrine.google.wire;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
import dev.peregrine.integration.wire.Service;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tokens of a service account, kept for later calls until shortly before their end. */
final class AccountPass implements Service.Pass {

  private static final String NOTE = "google-token";
  private static final Duration SPARE = Duration.ofMinutes(5);

  /** A clock that is further off than this makes Google refuse what was signed by it. */
  private static final Duration CLOCK_MAY_BE_OFF = Duration.ofMinutes(1);

  private final ServiceAccount account;
  private final List<String> scopes;
  private final Service service;
  private final List<String> used = new CopyOnWriteArrayList<>();

  AccountPass(ServiceAccount account, List<String> scopes, Service service) {
    this.account = account;
    this.scopes = List.copyOf(scopes);
    this.service = service;
  }

  @Override
  public boolean canBeRenewed() {
    return true;
  }

  @Override
  public List<String> secrets() {
    return List.copyOf(used);
  }

  @Override
  public Map<String, String> headers(boolean renewed)
      throws ExtensionException, InterruptedException {
    Optional<String> kept = renewed ? Optional.empty() : kept();
    String token = kept.isPresent() ? kept.get() : exchanged();
    used.add(token);
    return Map.of("Authorization", "Bearer " + token);
  }

  private Optional<String> kept() {
    String[] parts = service.context().state().get(NOTE).orElse("").split(" ", 3);
    boolean fits = parts.length == 3 && parts[0].equals(account.fingerprint(scopes));
    return fits && now().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[1])))
        ? Optional.of(parts[2])
        : Optional.empty();
  }

  private String exchanged() throws ExtensionException, InterruptedException {
    HttpReply reply = exchange(now());
    Optional<Instant> theirs = serverTime(reply);
    if (reply.status() == 400 && theirs.isPresent() && isOff(theirs.get())) {
      reply = exchange(theirs.get());
    }
    if (reply.status() != 200) {
      throw refusal(reply);
    }
    Json answer = service.context().json(reply.text());
    String token = answer.at("access_token").text().orElseThrow(service::notUnderstood);
    long seconds = answer.at("expires_in").number().map(Number::longValue).orElse(0L);
    service
        .context()
        .state()
        .put(
            NOTE,
            "%s %d %s"
                .formatted(
                    account.fingerprint(scopes),
                    now().plusSeconds(seconds).minus(SPARE).getEpochSecond(),
                    token));
    return token;
  }

  private HttpReply exchange(Instant now) throws ExtensionException, InterruptedException {
    var form = new LinkedHashMap<String, String>();
    form.put("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
    form.put("assertion", account.claim(scopes, now));
    return service
        .context()
        .http()
        .exchange(
            HttpCall.postForm(
                GoogleService.address(service.base(), GooglePass.HOST, "/token"), form));
  }

  private ExtensionException refusal(HttpReply reply) {
    int status = reply.status();
    return status == 400 || status == 401 || status == 403
        ? new ExtensionException(
            Kind.BAD_SETTINGS,
            "Google refuses the key of the service account \"%s\" (%d%s): it was deleted or switched off. Make a new key in the Google Cloud console and enter it."
                .formatted(account.address(), status, said(reply)))
        : service.failure(reply).exception();
  }

  /** Google's own code for it, such as {@code invalid_grant}. */
  private String said(HttpReply reply) {
    String code = service.context().json(reply.text()).at("error").text().orElse("");
    return code.matches("[a-z_]{1,40}") ? ", " + code : "";
  }

  private boolean isOff(Instant theirs) {
    return Duration.between(now(), theirs).abs().compareTo(CLOCK_MAY_BE_OFF) > 0;
  }

  private static Optional<Instant> serverTime(HttpReply reply) {
    try {
      return reply
          .header("Date")
          .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private Instant now() {
    return service.context().clock().instant();
  }
}
