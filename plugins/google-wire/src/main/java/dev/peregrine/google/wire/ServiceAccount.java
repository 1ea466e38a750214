package dev.peregrine.google.wire;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Json;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.wire.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * The key of a service account, as the Google Cloud console writes it.
 *
 * @param address its address, such as {@code peregrine@project.iam.gserviceaccount.com}
 * @param keyId which of its keys this is
 * @param privateKey in PEM
 * @see <a href="https://developers.google.com/identity/protocols/oauth2/service-account">Using
 *     OAuth 2.0 for server to server applications</a>, read 2026-11-23
 */
record ServiceAccount(String address, String keyId, String privateKey) {

  /** Whom the signed claim is for, wherever the call goes. */
  private static final String AUDIENCE = "https://oauth2.googleapis.com/token";

  private static final Duration VALID = Duration.ofHours(1);
  private static final Base64.Encoder URL_SAFE = Base64.getUrlEncoder().withoutPadding();

  static ServiceAccount parse(String key, IntegrationContext context) throws ExtensionException {
    Json json = context.json(key);
    var account =
        new ServiceAccount(
            json.at("client_email").text().orElse(""),
            json.at("private_key_id").text().orElse(""),
            json.at("private_key").text().orElse(""));
    if (account.address.isEmpty() || account.privateKey.isEmpty()) {
      throw unreadable();
    }
    return account;
  }

  /** A claim to act for this account, good for an hour. */
  String claim(List<String> scopes, Instant now) throws ExtensionException {
    String header =
        new JsonObject().text("alg", "RS256").text("typ", "JWT").text("kid", keyId).toString();
    String claims =
        new JsonObject()
            .text("iss", address)
            .text("scope", String.join(" ", scopes))
            .text("aud", AUDIENCE)
            .whole("iat", now.getEpochSecond())
            .whole("exp", now.plus(VALID).getEpochSecond())
            .toString();
    String signed = encoded(header) + "." + encoded(claims);
    return signed + "." + signature(signed);
  }

  /** A name for what a token is good for, from which nothing can be learnt. */
  String fingerprint(List<String> scopes) {
    String what = String.join("\n", address, privateKey, String.join(" ", scopes));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private String signature(String text) throws ExtensionException {
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key());
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return URL_SAFE.encodeToString(signature.sign());
    } catch (GeneralSecurityException | IllegalArgumentException broken) {
      throw unreadable();
    }
  }

  private PrivateKey key() throws GeneralSecurityException {
    String base64 = privateKey.replaceAll("-----[A-Z ]+-----|\\s", "");
    var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
    return KeyFactory.getInstance("RSA").generatePrivate(spec);
  }

  // Without the cause: it may quote the key.
  private static ExtensionException unreadable() {
    return new ExtensionException(
        Kind.BAD_SETTINGS,
        "\"Service account key\" cannot be read: expected the whole JSON file of a service account with client_email and private_key. Paste it again.");
  }

  private static String encoded(String text) {
    return URL_SAFE.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "ServiceAccount[%s]".formatted(address);
  }
}
