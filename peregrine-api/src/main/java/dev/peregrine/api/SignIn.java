package dev.peregrine.api;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a person signs in to a service with OAuth 2.0, for extensions that act in the person's name.
 * The host does all of it: it opens the page, takes the answer, keeps and renews the tokens beside
 * the secrets; the extension asks its context for an access token.
 *
 * @param authorize the page on which the person agrees
 * @param token where tokens are given and renewed
 * @param device where a device code is given, for services that offer RFC 8628; the host prefers it
 *     where no browser can come back to it
 * @param scopes what to ask for, no more than needed
 * @param parameters more query parameters for {@code authorize}, such as {@code
 *     access_type=offline}
 * @param clientId key of the {@link SettingSpec.Text} with the client id
 * @param clientSecret key of the {@link SettingSpec.Secret} with the client secret, for services
 *     that do not accept PKCE alone
 * @since 0.1
 */
public record SignIn(
    URI authorize,
    URI token,
    Optional<URI> device,
    List<String> scopes,
    Map<String, String> parameters,
    String clientId,
    Optional<String> clientSecret) {

  private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.0\\.0\\.1|\\[::1]");

  public SignIn {
    check(authorize);
    check(token);
    device.ifPresent(SignIn::check);
    scopes = List.copyOf(scopes);
    parameters = Map.copyOf(parameters);
    if (clientId.isBlank()) {
      throw new IllegalArgumentException(
          "Sign-in at \"%s\": the setting of the client id is not named.".formatted(authorize));
    }
    Objects.requireNonNull(clientSecret);
  }

  /** A sign-in whose client id is the setting {@code client-id}, without a client secret. */
  public static SignIn of(String authorize, String token, String... scopes) {
    return new SignIn(
        URI.create(authorize),
        URI.create(token),
        Optional.empty(),
        List.of(scopes),
        Map.of(),
        "client-id",
        Optional.empty());
  }

  /** This with an address for device codes. */
  public SignIn withDevice(String newDevice) {
    return new SignIn(
        authorize,
        token,
        Optional.of(URI.create(newDevice)),
        scopes,
        parameters,
        clientId,
        clientSecret);
  }

  /** This with other parameters. */
  public SignIn withParameters(Map<String, String> newParameters) {
    return new SignIn(authorize, token, device, scopes, newParameters, clientId, clientSecret);
  }

  /** This with the setting that holds the client secret. */
  public SignIn withClientSecret(String settingKey) {
    return new SignIn(
        authorize, token, device, scopes, parameters, clientId, Optional.of(settingKey));
  }

  private static void check(URI address) {
    String host = Objects.requireNonNullElse(address.getHost(), "");
    boolean loopback = "http".equals(address.getScheme()) && LOOPBACK.matcher(host).matches();
    if (host.isEmpty() || !("https".equals(address.getScheme()) || loopback)) {
      throw new IllegalArgumentException(
          "Sign-in address \"%s\": expected an absolute https address.".formatted(address));
    }
  }
}
