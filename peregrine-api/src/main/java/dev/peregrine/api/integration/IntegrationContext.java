package dev.peregrine.api.integration;

import dev.peregrine.api.ExtensionContext;
import dev.peregrine.api.ExtensionException;
import java.net.Socket;

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

  /**
   * Connects to a server that does not speak HTTP, such as one for mails. The connection is plain:
   * where the server wants TLS, put it over. Close it within the call.
   *
   * @param host one of {@link dev.peregrine.api.About#hosts}, or one that the person entered as the
   *     value of a {@link dev.peregrine.api.SettingSpec.Text}; only the latter may lead into the
   *     own machine or network
   * @param port 1 to 65,535
   * @throws ExtensionException {@code BAD_SETTINGS} for a host that is not allowed, {@code
   *     UNAVAILABLE} where nothing answers within 10 s, {@code UNSUPPORTED} where the host lends no
   *     connections
   */
  default Socket connect(String host, int port) throws ExtensionException, InterruptedException {
    throw new ExtensionException(
        ExtensionException.Kind.UNSUPPORTED,
        "There are no connections to \"%s\" here, only calls over HTTP.".formatted(host));
  }
}
