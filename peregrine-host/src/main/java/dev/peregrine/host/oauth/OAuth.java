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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Tokens of the current tenant's accounts elsewhere. Only what a token is renewed with is stored,
 * sealed; tokens themselves are kept in memory, and so are sign-ins that were begun.
 */
public final class OAuth {

  /** How much of its life a token must still have to be given out. */
  private static final Duration SPARE = Duration.ofMinutes(2);

  /** How long a token counts that can be renewed and does not say how long. */
  private static final Duration USUAL = Duration.ofHours(1);

  private final Providers providers;
  private final OAuthUse use;
  private final SealedTokens sealed;
  private final TokenPlace place;
  private final SignIns begun;
  private final InstantSource clock;
  private final Map<String, Kept> tokens = new ConcurrentHashMap<>();
  private final Map<String, Object> locks = new ConcurrentHashMap<>();

  private record Kept(String token, Instant until) {}

  public OAuth(
      Providers providers,
      OAuthUse use,
      SecretStore secrets,
      OutgoingHttp http,
      InstantSource clock,
      SecureRandom random) {
    this.providers = providers;
    this.use = use;
    this.sealed = new SealedTokens(secrets, use.folder());
    this.place = new TokenPlace(http, use);
    this.begun = new SignIns(clock, random);
    this.clock = clock;
  }

  /** The provider of that key. */
  public Optional<OAuthProvider> provider(String key) {
    return providers.provider(key);
  }

  private OAuthProvider known(String key) {
    return provider(key)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Provider \"%s\": nobody of that key gives tokens.".formatted(key)));
  }

  /** The client that the person registered there; its secret is not for pages. */
  public Optional<OAuthClient> client(String provider) {
    return providers.client(provider);
  }

  /** Whether there is something to renew a token with; it may have been taken back since. */
  public boolean isSignedIn(String account) {
    return sealed.isSignedIn(account);
  }

  /** Forgets what is in memory of a tenant; what is sealed stays. */
  public void leave(Tenant tenant) {
    String theirs = whose(tenant, "");
    tokens.keySet().removeIf(key -> key.startsWith(theirs));
    locks.keySet().removeIf(key -> key.startsWith(theirs));
  }

  /** Forgets the tokens of an account. */
  public void forget(String account) {
    tokens.remove(whose(account));
    sealed.forget(account);
  }

  /** What is sealed of an account, so that forgetting it can be undone; secret. */
  public Map<String, String> sealed(String account) {
    return sealed.all(account);
  }

  /** Brings back what {@link #sealed} gave. */
  public void putBack(Map<String, String> before) {
    sealed.putBack(before);
  }

  /**
   * Begins a sign-in with the browser.
   *
   * @param login the mailbox's address, which the provider offers first; may be empty
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
    if (!known.scopes().isEmpty()) {
      query.put("scope", String.join(" ", known.scopes()));
    }
    query.put("state", sign.state());
    query.put("code_challenge", SignIns.challenge(sign.verifier()));
    query.put("code_challenge_method", "S256");
    if (!login.isEmpty()) {
      query.put("login_hint", login);
    }
    query.putAll(known.more());
    return URI.create(
        known.authorize()
            + (known.authorize().getQuery() == null ? "?" : "&")
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
      throw place.refused(provider, error.matches("[a-z_]{1,60}") ? error : "no_code");
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

  /**
   * The same with the address that the browser shows, for one that could not come back by itself.
   */
  public String finish(String address) throws OAuthException, InterruptedException {
    return finish(
        Query.value(address, "state"), Query.value(address, "code"), Query.value(address, "error"));
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
      throw place.refused(provider, "expired_token");
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
      Optional<String> endless = sealed.endless(account);
      return endless.isPresent() ? endless.get() : renewed(known(provider), account);
    }
  }

  /** Has the next {@link #token} be a new one: the server refused the one it had. */
  public void refused(String account) {
    tokens.remove(whose(account));
    if (sealed.endless(account).isPresent()) {
      // It cannot be renewed, and will be refused for ever.
      sealed.forget(account);
    }
  }

  private String renewed(OAuthProvider provider, String account)
      throws OAuthException, InterruptedException {
    String refresh =
        sealed
            .refresh(account)
            .orElseThrow(
                () ->
                    new OAuthException(
                        Kind.SIGN_IN,
                        "Nobody is signed in at %s for %s. Sign in under %s."
                            .formatted(provider.name(), use.what(), use.place())));
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
      case Said.Error(String code) -> throw place.refused(provider, code);
      case Said.Token token -> {
        token.refresh().ifPresent(refresh -> sealed.keepRefresh(account, refresh));
        boolean isEndless =
            token.refresh().isEmpty()
                && token.lasts().isEmpty()
                && sealed.refresh(account).isEmpty();
        if (isEndless) {
          sealed.keepEndless(account, token.access());
        }
        if (!isSignedIn(account)) {
          throw new OAuthException(
              Kind.DENIED,
              "%s gave access for an hour only, not to go on with it. Sign in again and agree to everything it asks."
                  .formatted(provider.name()));
        }
        tokens.put(
            whose(account),
            new Kept(token.access(), clock.instant().plus(token.lasts().orElse(USUAL))));
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
                    "Peregrine has no client at %s yet. Enter its ID under %s."
                        .formatted(provider.name(), use.place())));
  }

  private static String whose(String account) {
    return whose(Tenant.current(), account);
  }

  private static String whose(Tenant tenant, String account) {
    return tenant.id() + " " + account;
  }
}
