package dev.peregrine.api.integration;

import dev.peregrine.api.ExtensionContext;
import dev.peregrine.api.ExtensionException;

/**
 * What the host lends an integration for one call.
 *
 * @since 0.1
 */
public interface IntegrationContext extends ExtensionContext {

  /** What this integration noted for this tenant. */
  StateStore state();

  /**
   * A token with which to call in the person's name, renewed by the host when its time is over.
   * Only with {@link IntegrationDescriptor#signIn}. Treat it as a secret.
   *
   * @throws ExtensionException {@code BAD_SETTINGS} where the person is not signed in (any more),
   *     {@code UNAVAILABLE} where the token cannot be renewed now
   * @throws IllegalStateException where the descriptor has no sign-in: a bug of the extension
   */
  String accessToken() throws ExtensionException, InterruptedException;

  /**
   * Another token in place of one that the service refused before its time: once after a 401.
   *
   * @throws ExtensionException as with {@link #accessToken}
   */
  String renewedAccessToken() throws ExtensionException, InterruptedException;
}
