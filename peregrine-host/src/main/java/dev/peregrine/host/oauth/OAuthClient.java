package dev.peregrine.host.oauth;

/**
 * The program as the person registered it at a provider.
 *
 * @param secret empty where the provider gave none
 */
public record OAuthClient(String id, String secret) {

  /** Names no secret. */
  @Override
  public String toString() {
    return "OAuthClient[" + (id.isEmpty() ? "none" : "id set") + "]";
  }
}
