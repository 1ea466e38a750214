package dev.peregrine.host.oauth;

import java.util.Optional;

/** Those who give tokens, and the clients with which the current tenant asks them. */
public interface Providers {

  /** The one of that key. */
  Optional<OAuthProvider> provider(String key);

  /** The client that the person registered there; its secret is not for pages. */
  Optional<OAuthClient> client(String key);
}
