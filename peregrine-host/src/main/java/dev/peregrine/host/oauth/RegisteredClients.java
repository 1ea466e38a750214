package dev.peregrine.host.oauth;

import dev.peregrine.host.secrets.SecretStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Providers that are known beforehand, with clients that are sealed with the secrets. */
public final class RegisteredClients implements Providers {

  private static final String FOLDER = "oauth/";

  private final List<OAuthProvider> providers;
  private final SecretStore secrets;

  public RegisteredClients(List<OAuthProvider> providers, SecretStore secrets) {
    this.providers = List.copyOf(providers);
    this.secrets = secrets;
  }

  @Override
  public Optional<OAuthProvider> provider(String key) {
    return providers.stream().filter(each -> each.key().equals(key)).findFirst();
  }

  @Override
  public Optional<OAuthClient> client(String key) {
    return secrets
        .value(FOLDER + key + "/client-id")
        .map(id -> new OAuthClient(id, secrets.value(FOLDER + key + "/client-secret").orElse("")));
  }

  /** Notes the client. Without a secret, the one that is stored stays. */
  public void keep(String key, OAuthClient client) {
    String provider =
        provider(key)
            .map(OAuthProvider::key)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Provider \"%s\": there is none of that key.".formatted(key)));
    var values = new LinkedHashMap<String, String>();
    values.put(FOLDER + provider + "/client-id", client.id());
    if (!client.secret().isEmpty()) {
      values.put(FOLDER + provider + "/client-secret", client.secret());
    }
    secrets.putAll(values);
  }
}
