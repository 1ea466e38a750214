package dev.peregrine.host.oauth;

import dev.peregrine.host.secrets.SecretStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What stays of a sign-in, sealed: what tokens are renewed with, or, where the provider gives
 * tokens that have no end, the token.
 */
final class SealedTokens {

  private static final String REFRESH = "refresh-token";
  private static final String ACCESS = "access-token";

  private final SecretStore secrets;
  private final String folder;

  SealedTokens(SecretStore secrets, String folder) {
    this.secrets = secrets;
    this.folder = folder;
  }

  boolean isSignedIn(String account) {
    return secrets.isSet(name(account, REFRESH)) || secrets.isSet(name(account, ACCESS));
  }

  Optional<String> refresh(String account) {
    return secrets.value(name(account, REFRESH));
  }

  Optional<String> endless(String account) {
    return secrets.value(name(account, ACCESS));
  }

  void keepRefresh(String account, String token) {
    secrets.put(name(account, REFRESH), token);
    secrets.remove(name(account, ACCESS));
  }

  void keepEndless(String account, String token) {
    secrets.put(name(account, ACCESS), token);
  }

  void forget(String account) {
    secrets.remove(name(account, REFRESH));
    secrets.remove(name(account, ACCESS));
  }

  /** All of an account, to be brought back with {@link #putBack}. */
  Map<String, String> all(String account) {
    var all = new LinkedHashMap<String, String>();
    refresh(account).ifPresent(token -> all.put(name(account, REFRESH), token));
    endless(account).ifPresent(token -> all.put(name(account, ACCESS), token));
    return all;
  }

  void putBack(Map<String, String> all) {
    if (!all.isEmpty()) {
      secrets.putAll(all);
    }
  }

  private String name(String account, String what) {
    return folder + "/" + account + "/" + what;
  }
}
