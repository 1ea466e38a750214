package dev.peregrine.host.plugins;

import dev.peregrine.api.ExtensionException;

/** The tokens of one sign-in of the current tenant's person. */
public interface AccessTokens {

  /** Of an integration without a sign-in: asking for one is a bug of the plugin. */
  AccessTokens NONE =
      new AccessTokens() {
        @Override
        public String token() {
          throw new IllegalStateException("The descriptor has no sign-in.");
        }

        @Override
        public String renewed() {
          return token();
        }
      };

  /**
   * A token that holds for some time yet.
   *
   * @throws ExtensionException {@code BAD_SETTINGS} where the person has to sign in (again), {@code
   *     UNAVAILABLE} where it cannot be renewed now
   */
  String token() throws ExtensionException, InterruptedException;

  /**
   * Another one in place of one that was refused before its time.
   *
   * @throws ExtensionException as {@link #token}
   */
  String renewed() throws ExtensionException, InterruptedException;
}
