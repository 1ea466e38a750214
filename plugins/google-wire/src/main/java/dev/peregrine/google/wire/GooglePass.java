package dev.peregrine.google.wire;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.SignIn;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.integration.wire.Service;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The two ways into a person's Google account: a service account with which they shared something,
 * or their own sign-in. Where the key of a service account is set, it counts.
 */
public final class GooglePass {

  /** The host that an integration has to name beside its own, for the tokens. */
  public static final String HOST = "oauth2.googleapis.com";

  /** The setting with the key of the service account. */
  public static final String KEY = "service-account";

  private GooglePass() {}

  /**
   * The settings that an integration declares beside its own: the service account's key, and what
   * {@link #signIn} names.
   */
  public static List<SettingSpec> settings() {
    return List.of(
        new SettingSpec.Secret(
            KEY,
            "Service account key",
            "The content of the JSON file that the Google Cloud console gives for a service account. Share what Peregrine may use with its address (client_email). Leave it empty to sign in yourself.",
            false),
        new SettingSpec.Text(
            "client-id",
            "Client id",
            "Only to sign in yourself: of an OAuth client of the kind \"Desktop app\" in the Google Cloud console.",
            false,
            Optional.empty()),
        new SettingSpec.Secret(
            "client-secret", "Client secret", "Of the same OAuth client.", false));
  }

  /** How the person signs in, with a token that can be renewed while they are away. */
  public static SignIn signIn(String... scopes) {
    return SignIn.of(
            "https://accounts.google.com/o/oauth2/v2/auth",
            "https://oauth2.googleapis.com/token",
            scopes)
        .withParameters(Map.of("access_type", "offline", "prompt", "consent"))
        .withClientSecret("client-secret");
  }

  /**
   * A service of Google's that is opened in the way that the settings say.
   *
   * @param scopes for the service account; the sign-in has its own
   */
  public static Service open(Service closed, List<String> scopes) throws ExtensionException {
    IntegrationContext context = closed.context();
    Optional<String> key = context.settings().secret(KEY);
    if (key.isEmpty()) {
      Service signedIn = closed.withSignIn();
      return context.settings().secret("client-secret").map(signedIn::withSecret).orElse(signedIn);
    }
    ServiceAccount account = ServiceAccount.parse(key.get(), context);
    return closed
        .withSecret(key.get())
        .withSecret(account.privateKey())
        .withPass(new AccountPass(account, scopes, closed));
  }

  /** Whether the settings name a service account. */
  public static boolean isServiceAccount(IntegrationContext context) {
    return context.settings().secret(KEY).isPresent();
  }

  /** The address of the service account, with which the person shares; empty without one. */
  public static Optional<String> sharedWith(IntegrationContext context) throws ExtensionException {
    Optional<String> key = context.settings().secret(KEY);
    return key.isEmpty()
        ? Optional.empty()
        : Optional.of(ServiceAccount.parse(key.get(), context).address());
  }
}
