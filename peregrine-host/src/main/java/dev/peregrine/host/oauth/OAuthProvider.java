package dev.peregrine.host.oauth;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Somebody who gives tokens.
 *
 * @param key in {@code email.yaml} and in names of secrets
 * @param scopes what is asked for, such as reading mail by IMAP, and going on to read it
 * @param device where a code is asked for that the person types elsewhere; empty: they sign in with
 *     their browser and come back by themselves
 * @param more what is said when asking beside what the standard says
 * @param entered addresses of the person's: only where they name the same host and port may the
 *     provider be inside the own machine or network
 */
public record OAuthProvider(
    String key,
    String name,
    URI authorize,
    URI token,
    Optional<URI> device,
    List<String> scopes,
    Map<String, String> more,
    List<URI> entered) {

  /** Gives a refresh token only to whoever says {@code offline}, and once a consent. */
  public static final OAuthProvider GOOGLE =
      new OAuthProvider(
          "google",
          "Google",
          URI.create("https://accounts.google.com/o/oauth2/v2/auth"),
          URI.create("https://oauth2.googleapis.com/token"),
          Optional.empty(),
          List.of("https://mail.google.com/"),
          Map.of("access_type", "offline", "prompt", "consent"),
          List.of());

  /** For personal accounts and those of organisations. */
  public static final OAuthProvider MICROSOFT =
      new OAuthProvider(
          "microsoft",
          "Microsoft",
          URI.create("https://login.microsoftonline.com/common/oauth2/v2.0/authorize"),
          URI.create("https://login.microsoftonline.com/common/oauth2/v2.0/token"),
          Optional.of(
              URI.create("https://login.microsoftonline.com/common/oauth2/v2.0/devicecode")),
          List.of("https://outlook.office.com/IMAP.AccessAsUser.All", "offline_access"),
          Map.of(),
          List.of());

  /** Those that are known. */
  public static final List<OAuthProvider> ALL = List.of(GOOGLE, MICROSOFT);

  public OAuthProvider {
    scopes = List.copyOf(scopes);
    more = Map.copyOf(more);
    entered = List.copyOf(entered);
  }

  /** The hosts that are asked. */
  String[] hosts() {
    return Stream.concat(Stream.of(token), device.stream())
        .map(place -> place.getHost().toLowerCase(Locale.ROOT))
        .distinct()
        .toArray(String[]::new);
  }
}
