package dev.peregrine.host.oauth;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
import dev.peregrine.host.http.Given;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.oauth.OAuthException.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Asks a provider. What it answers is read for its error codes, never shown as it is. */
final class TokenPlace {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int LONGEST_SECONDS = 24 * 60 * 60;

  private final OutgoingHttp http;
  private final OAuthUse use;

  TokenPlace(OutgoingHttp http, OAuthUse use) {
    this.http = http;
    this.use = use;
  }

  /** What a provider said. */
  sealed interface Said {
    /**
     * A token.
     *
     * @param refresh a new one, where it gave one
     * @param lasts empty where it did not say
     */
    record Token(String access, Optional<String> refresh, Optional<Duration> lasts)
        implements Said {
      @Override
      public String toString() {
        return "Token[" + lasts.orElse(Duration.ZERO) + "]";
      }
    }

    /** An error code of RFC 6749 or RFC 8628, such as {@code invalid_grant}. */
    record Error(String code) implements Said {}
  }

  /** A code that the person types in elsewhere. */
  record Codes(String device, String user, URI page, Duration lasts, Duration every) {
    @Override
    public String toString() {
      return "Codes[" + page + "]";
    }
  }

  Said ask(OAuthProvider provider, OAuthClient client, Map<String, String> fields)
      throws OAuthException, InterruptedException {
    Json answer = post(provider, provider.token(), client, fields);
    Optional<String> access = answer.at("access_token").text();
    if (access.isPresent()) {
      return new Said.Token(
          access.get(),
          answer.at("refresh_token").text(),
          answer.at("expires_in").number().map(said -> seconds(said.intValue())));
    }
    return new Said.Error(error(answer, provider));
  }

  Codes codes(OAuthProvider provider, OAuthClient client)
      throws OAuthException, InterruptedException {
    URI device =
        provider
            .device()
            .orElseThrow(() -> new IllegalArgumentException(provider.name() + " gives no codes."));
    Json answer =
        post(
            provider,
            device,
            client,
            provider.scopes().isEmpty()
                ? Map.of()
                : Map.of("scope", String.join(" ", provider.scopes())));
    Optional<String> code = answer.at("device_code").text();
    Optional<String> user = answer.at("user_code").text();
    Optional<URI> page =
        answer.at("verification_uri").address().or(() -> answer.at("verification_url").address());
    if (code.isEmpty() || user.isEmpty() || page.isEmpty()) {
      throw refused(provider, error(answer, provider));
    }
    return new Codes(
        code.get(),
        user.get(),
        page.get(),
        seconds(answer, "expires_in", 900),
        seconds(answer, "interval", 5));
  }

  private static Duration seconds(Json answer, String name, int usual) {
    return seconds(answer.at(name).number().map(Number::intValue).orElse(usual));
  }

  private static Duration seconds(int said) {
    return Duration.ofSeconds(Math.clamp(said, 0, LONGEST_SECONDS));
  }

  private static String error(Json answer, OAuthProvider provider) throws OAuthException {
    return answer
        .at("error")
        .text()
        .filter(code -> code.matches("[a-z_]{1,60}"))
        .orElseThrow(
            () ->
                new OAuthException(
                    Kind.UNREACHABLE,
                    "%s answered with neither a token nor an error. Try again later."
                        .formatted(provider.name())));
  }

  /** What an error code means for the person. */
  OAuthException refused(OAuthProvider provider, String code) {
    return switch (code) {
      case "invalid_client", "unauthorized_client" ->
          new OAuthException(
              Kind.BAD_CLIENT,
              "%s does not know the client, or its secret is another one (%s). Compare both with its page there."
                  .formatted(provider.name(), code));
      case "access_denied", "authorization_declined", "consent_required", "interaction_required" ->
          new OAuthException(
              Kind.DENIED,
              "%s says that access was refused (%s). Sign in again and agree, or ask whoever runs the organisation."
                  .formatted(provider.name(), code));
      case "invalid_grant", "login_required", "bad_verification_code" ->
          new OAuthException(
              Kind.SIGN_IN,
              "%s no longer gives access to %s (%s): it was taken back or ran out. Sign in again."
                  .formatted(provider.name(), use.what(), code));
      case "expired_token" ->
          new OAuthException(
              Kind.STALE,
              "The code of %s ran out before it was typed in. Ask for another one."
                  .formatted(provider.name()));
      default ->
          new OAuthException(
              Kind.UNREACHABLE,
              "%s refused with \"%s\". Try again; if it stays so, compare the client with its page there."
                  .formatted(provider.name(), code));
    };
  }

  private Json post(OAuthProvider provider, URI to, OAuthClient client, Map<String, String> fields)
      throws OAuthException, InterruptedException {
    var form = new LinkedHashMap<String, String>();
    form.put("client_id", client.id());
    if (!client.secret().isEmpty()) {
      form.put("client_secret", client.secret());
    }
    form.putAll(fields);
    HttpReply reply;
    try {
      reply =
          http.forExtension(
                  "oauth/" + provider.key(),
                  About.of("oauth", provider.name(), "Gives tokens.").withHosts(provider.hosts()),
                  Given.addresses(provider.entered()))
              .exchange(
                  HttpCall.postForm(to, form)
                      .withHeader("Accept", "application/json")
                      .withTimeout(LIMIT));
    } catch (ExtensionException silent) {
      throw new OAuthException(
          Kind.UNREACHABLE,
          "%s was not reached: %s".formatted(provider.name(), String.valueOf(silent.getMessage())));
    }
    try {
      return reply.json();
    } catch (ExtensionException notJson) {
      throw new OAuthException(
          Kind.UNREACHABLE,
          "%s answered with status %d and nothing that can be read. Try again later."
              .formatted(provider.name(), reply.status()));
    }
  }
}
