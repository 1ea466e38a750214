package dev.peregrine.host.oauth;

import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.oauth.OAuthException.Kind;
import dev.peregrine.host.oauth.TokenPlace.Codes;
import dev.peregrine.host.oauth.TokenPlace.Said;
import dev.peregrine.host.secrets.SecretStore;
import dev.peregrine.host.tenancy.Tenant;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Tokens of the current tenant's mailboxes. Only what a token is renewed with is stored, sealed;
 * tokens themselves are kept in memory, and so are sign-ins that were begun.
 */
public final class OAuth {

  /** How much of its life a token must still have to be given out. */
  private static final Duration SPARE = Duration.ofMinutes(2);

  private static final String FOLDER = "oauth/";

  private final List<OAuthProvider> providers;
  private final SecretStore secrets;
  private final TokenPlace place;
  private final SignIns begun;
  private final InstantSource clock;
  private final Map<String, Kept> tokens = new ConcurrentHashMap<>();
  private final Map<String, Object> locks = new ConcurrentHashMap<>();

  private record Kept(String token, Instant until) {}

  public OAuth(
      List<OAuthProvider> providers,
      SecretStore secrets,
      OutgoingHttp http,
      InstantSource clock,
      SecureRandom random) {
    this.providers = List.copyOf(providers);
    this.secrets = secrets;
    this.place = new TokenPlace(http);
    this.begun = new SignIns(clock, random);
    this.clock = clock;
  }

  /** The provider of that key. */
  public Optional<OAuthProvider> provider(String key) {
    return providers.stream().filter(each -> each.key().equals(key)).findFirst();
  }

  private OAuthProvider known(String key) {
    return provider(key)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Provider \"%s\": expected one of %s."
                        .formatted(
                            key,
                            providers.stream()
                                .map(OAuthProvider::key)
                                .collect(Collectors.joining(", ")))));
  }

  /** The client that the person registered there; its secret is not for pages. */
  public Optional<OAuthClient> client(String provider) {
    return secrets
        .value(FOLDER + provider + "/client-id")
        .map(
            id ->
                new OAuthClient(
                    id, secrets.value(FOLDER + provider + "/client-secret").orElse("")));
  }

  /** Notes the client. Without a secret, the one that is stored stays. */
  public void client(String provider, OAuthClient client) {
    var values = new LinkedHashMap<String, String>();
    values.put(FOLDER + known(provider).key() + "/client-id", client.id());
    if (!client.secret().isEmpty()) {
      values.put(FOLDER + provider + "/client-secret", client.secret());
    }
    secrets.putAll(values);
  }

  /** Whether there is something to renew a token with; it may have been taken back since. */
  public boolean isSignedIn(String account) {
    return secrets.isSet(refreshName(account));
  }

  /** Forgets the tokens of a mailbox. */
  public void forget(String account) {
    tokens.remove(whose(account));
    secrets.remove(refreshName(account));
  }

  /**
   * Begins a sign-in with the browser.
   *
   * @param login the mailbox's address, which the provider offers first
   * @param back the page of ours to which the provider sends the browser
   * @return where to send the browser
   */
  public URI begin(String provider, String account, String login, URI back) throws OAuthException {
    OAuthProvider known = known(provider);
    OAuthClient client = needClient(known);
    SignIns.Begun sign = begun.begin(provider, account, back);
    var query = new LinkedHashMap<String, String>();
    query.put("response_type", "code");
    query.put("client_id", client.id());
    query.put("redirect_uri", back.toString());
    query.put("scope", String.join(" ", known.scopes()));
    query.put("state", sign.state());
    query.put("code_challenge", SignIns.challenge(sign.verifier()));
    query.put("code_challenge_method", "S256");
    if (!login.isEmpty()) {
      query.put("login_hint", login);
    }
    query.putAll(known.more());
    return URI.create(
        known.authorize()
            + "?"
            + query.entrySet().stream()
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&")));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * Ends a sign-in that {@link #begin} began.
   *
   * @param state as the provider gave it back; counts once
   * @param error the provider's error code; empty for none
   * @return the account
   */
  public String finish(String state, String code, String error)
      throws OAuthException, InterruptedException {
    SignIns.Begun sign =
        begun
            .take(state)
            .orElseThrow(
                () ->
                    new OAuthException(
                        Kind.STALE,
                        "This sign-in was not begun here, is over, or took longer than 15 minutes. Begin it again."));
    OAuthProvider provider = known(sign.provider());
    if (!error.isEmpty() || code.isEmpty()) {
      throw TokenPlace.refused(provider, error.matches("[a-z_]{1,60}") ? error : "no_code");
    }
    keep(
        provider,
        sign.account(),
        place.ask(
            provider,
            needClient(provider),
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                sign.back().toString(),
                "code_verifier",
                sign.verifier())));
    return sign.account();
  }

  /** Begins a sign-in with a code that the person types in on another page. */
  public DeviceSignIn beginDevice(String provider, String account)
      throws OAuthException, InterruptedException {
    OAuthProvider known = known(provider);
    Codes codes = place.codes(known, needClient(known));
    return new DeviceSignIn(
        provider,
        account,
        codes.user(),
        codes.page(),
        clock.instant().plus(codes.lasts()),
        codes.device(),
        codes.every());
  }

  /**
   * Asks once whether the person typed the code in.
   *
   * @return how long to wait before asking again; empty: they are signed in
   */
  Optional<Duration> poll(DeviceSignIn sign, Duration every)
      throws OAuthException, InterruptedException {
    OAuthProvider provider = known(sign.provider());
    if (!clock.instant().isBefore(sign.until())) {
      throw TokenPlace.refused(provider, "expired_token");
    }
    Said said =
        place.ask(
            provider,
            needClient(provider),
            Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:device_code",
                "device_code",
                sign.deviceCode()));
    if (said instanceof Said.Error(String code)) {
      if (code.equals("authorization_pending")) {
        return Optional.of(every);
      }
      if (code.equals("slow_down")) {
        return Optional.of(every.plusSeconds(5));
      }
    }
    keep(provider, sign.account(), said);
    return Optional.empty();
  }

  /**
   * A token that counts for some minutes at least.
   *
   * @throws OAuthException {@code SIGN_IN} where the person must sign in
   */
  public String token(String provider, String account) throws OAuthException, InterruptedException {
    synchronized (locks.computeIfAbsent(whose(account), key -> new Object())) {
      Kept kept = tokens.get(whose(account));
      if (kept != null && clock.instant().isBefore(kept.until().minus(SPARE))) {
        return kept.token();
      }
      return renewed(known(provider), account);
    }
  }

  /** Has the next {@link #token} be a new one: the server refused the one it had. */
  public void refused(String account) {
    tokens.remove(whose(account));
  }

  private String renewed(OAuthProvider provider, String account)
      throws OAuthException, InterruptedException {
    String refresh =
        secrets
            .value(refreshName(account))
            .orElseThrow(
                () ->
                    new OAuthException(
                        Kind.SIGN_IN,
                        "Nobody signed in at %s for this mailbox yet. Sign in under Settings → Mail."
                            .formatted(provider.name())));
    Said said =
        place.ask(
            provider,
            needClient(provider),
            Map.of("grant_type", "refresh_token", "refresh_token", refresh));
    if (said instanceof Said.Error(String code) && code.equals("invalid_grant")) {
      // It will never count again; who asks the next time is told without asking the provider.
      forget(account);
    }
    return keep(provider, account, said);
  }

  private String keep(OAuthProvider provider, String account, Said said) throws OAuthException {
    return switch (said) {
      case Said.Error(String code) -> throw TokenPlace.refused(provider, code);
      case Said.Token token -> {
        token.refresh().ifPresent(refresh -> secrets.put(refreshName(account), refresh));
        if (!isSignedIn(account)) {
          throw new OAuthException(
              Kind.DENIED,
              "%s gave access for an hour only, not to go on reading. Sign in again and agree to everything it asks."
                  .formatted(provider.name()));
        }
        tokens.put(whose(account), new Kept(token.access(), clock.instant().plus(token.lasts())));
        yield token.access();
      }
    };
  }

  private OAuthClient needClient(OAuthProvider provider) throws OAuthException {
    return client(provider.key())
        .orElseThrow(
            () ->
                new OAuthException(
                    Kind.NO_CLIENT,
                    "Peregrine has no client at %s yet. Enter its ID under Settings → Mail."
                        .formatted(provider.name())));
  }

  private static String refreshName(String account) {
    return "mail/" + account + "/refresh-token";
  }

  private static String whose(String account) {
    return Tenant.current().id() + " " + account;
  }
}
